using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.PasswordReset;

/// <summary>Takes the wish for a link and gives nothing away, not by its words and not by its time.</summary>
internal sealed class PasswordResetService(CxoLabDb db, SignInGuard guard, StaffMailQueue mails, AuditTrail audit)
{
    /// <summary>Longer than storing a mail takes.</summary>
    private static readonly TimeSpan AnswersAfter = TimeSpan.FromMilliseconds(400);

    public async Task AskAsync(string? email, CancellationToken ct)
    {
        var floor = Task.Delay(AnswersAfter, ct);
        if (await guard.FindAsync(email, ct) is { DisabledUtc: null, PasswordHash: not null } account)
        {
            await mails.SendResetAsync(account, ct);
            audit.Write(account.Actor, AuditAction.PasswordResetAsked, account.Email!);
            await db.SaveChangesAsync(ct);
        }

        await floor;
    }

    public Task SaveAsync(CancellationToken ct) => db.SaveChangesAsync(ct);
}
