using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Mail;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>Puts mails to staff into the queue, with the caller's save.</summary>
internal sealed class StaffMailQueue(CxoLabDb db, StaffLinks links, OfficeDetails office, MailSignal signal)
{
    public async Task InviteAsync(StaffAccount account, CancellationToken ct)
    {
        var link = await links.IssueAsync(account, StaffLink.Invitation, ct);
        db.Add(StaffMail.Invitation(account.Email!, account.DisplayName, link.Key, link.UntilUtc, office).QueuedAt(link.NowUtc));
    }

    public async Task SendResetAsync(StaffAccount account, CancellationToken ct)
    {
        var link = await links.IssueAsync(account, StaffLink.PasswordReset, ct);
        db.Add(StaffMail.PasswordReset(account.Email!, account.DisplayName, link.Key, link.UntilUtc, office).QueuedAt(link.NowUtc));
    }

    /// <summary>After the save: the sender need not wait for its next round.</summary>
    public void Wake() => signal.Wake();
}
