using System.Security.Claims;

namespace Shiojiri.CxoLab.Web.Staff;

internal static partial class StaffLog
{
    public static void Refused(ILogger logger, ClaimsPrincipal who, string correlationId) =>
        Refused(logger, who.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", correlationId);

    [LoggerMessage(34, LogLevel.Warning, "Account {AccountId} was refused what its role may not do ({CorrelationId}).")]
    private static partial void Refused(ILogger logger, string accountId, string correlationId);

    /// <summary>The one secret that a log may hold: whoever reads the start log of a site without an account is the one who set it up.</summary>
    [LoggerMessage(35, LogLevel.Warning, "There is no staff account yet. Make the first administrator within 15 minutes at {Address} (good once; a newer start makes it void), or at any time with: -- staff add <email> --role administrator")]
    public static partial void NobodyYet(ILogger logger, string address);
}
