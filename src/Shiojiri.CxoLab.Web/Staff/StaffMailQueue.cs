using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Mail;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>Puts mails to staff into the queue, with the caller's save.</summary>
internal sealed class StaffMailQueue(StaffLinks links, MailComposer composer)
{
    public Task InviteAsync(StaffAccount account, CancellationToken ct) => QueueAsync(MailKind.StaffInvitation, account, StaffLink.Invitation, ct);

    public Task SendResetAsync(StaffAccount account, CancellationToken ct) => QueueAsync(MailKind.StaffPasswordReset, account, StaffLink.PasswordReset, ct);

    private async Task QueueAsync(MailKind kind, StaffAccount account, StaffLink link, CancellationToken ct)
    {
        var issued = await links.IssueAsync(account, link, ct);
        await composer.QueueAsync(kind, new MailRequest.StaffLink(account.Email!, account.DisplayName, issued.Key, issued.UntilUtc), ct);
    }
}
