using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>Tells of sign-ins: in the audit log, stored by the caller's save, and in the site's log by the account's number alone.</summary>
internal sealed partial class SignInLog(AuditTrail audit, IHttpContextAccessor http, ILogger<SignInLog> logger)
{
    private string CorrelationId => http.HttpContext?.TraceIdentifier ?? "";

    public void SignedIn(StaffAccount account, string way)
    {
        audit.Write(account.Actor, AuditAction.SignedIn, account.Email!, after: new { Way = way });
        LogSignedIn(logger, account.Id, way, CorrelationId);
    }

    public void Failed(StaffAccount account, string way)
    {
        audit.Write(account.Actor, AuditAction.SignInFailed, account.Email!, after: new { Way = way });
        LogFailed(logger, account.Id, way, CorrelationId);
    }

    /// <summary>Nobody by that name, or an account that takes no password now: the audit log does not grow by it.</summary>
    public void Refused(StaffAccount? account, string way) => LogFailed(logger, account?.Id ?? 0, way, CorrelationId);

    public void LockedOut(StaffAccount account, TimeSpan length)
    {
        audit.Write(account.Actor, AuditAction.LockedOut, account.Email!, after: new { Minutes = (int)length.TotalMinutes });
        LogLockedOut(logger, account.Id, (int)length.TotalMinutes, CorrelationId);
    }

    public void TooOften() => LogTooOften(logger, CorrelationId);

    [LoggerMessage(30, LogLevel.Information, "Account {AccountId} signed in by {Way} ({CorrelationId}).")]
    private static partial void LogSignedIn(ILogger logger, int accountId, string way, string correlationId);

    [LoggerMessage(31, LogLevel.Warning, "A sign-in by {Way} failed for account {AccountId} ({CorrelationId}).")]
    private static partial void LogFailed(ILogger logger, int accountId, string way, string correlationId);

    [LoggerMessage(32, LogLevel.Warning, "Account {AccountId} is locked for {Minutes} minutes ({CorrelationId}).")]
    private static partial void LogLockedOut(ILogger logger, int accountId, int minutes, string correlationId);

    [LoggerMessage(33, LogLevel.Warning, "The rate limit turned a sign-in away ({CorrelationId}).")]
    private static partial void LogTooOften(ILogger logger, string correlationId);
}
