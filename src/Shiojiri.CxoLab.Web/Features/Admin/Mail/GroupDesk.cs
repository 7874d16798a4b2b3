using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using OfficeFacts = Shiojiri.CxoLab.Mail.Office;

namespace Shiojiri.CxoLab.Web.Features.Admin.Mail;

/// <summary>Lays out the editor of a mail to many, with a preview for one of them.</summary>
internal sealed class GroupDesk(GroupRecipients recipients, PreviewApplicants applicants, ViewingLog seen, OfficeFacts office)
{
    private const int MostChoices = 30;

    /// <summary>What a new mail begins with.</summary>
    public static GroupForm NewForm => new() { Batch = Guid.NewGuid(), Subject = "【塩尻CxO Lab】", Body = "{氏名} 様\n\n" };

    /// <summary>Null when there is no such cohort for this person.</summary>
    public async Task<GroupPage?> PageAsync(ApplicantFilter filter, GroupForm form, CancellationToken ct)
    {
        if (await recipients.FindAsync(filter, ct) is not { } found)
        {
            return null;
        }

        // Only whoever gets the mail can be looked at: the first of them, unless another one is asked for.
        var shown = found.PerAddress.FirstOrDefault(r => r.Number == form.Applicant) ?? (found.Addresses > 0 ? found.PerAddress[0] : null);
        form.Applicant = shown?.Number ?? PreviewApplicants.Sample;
        var applicant = await applicants.FindAsync(found.Cohort, form.Applicant, ct);
        var text = form.Text;
        var letter = MailPreview.Of(MailKind.Group, new MailSubject(applicant, found.Cohort, office), text);
        var (before, people) = (form.Shown, form.Seen);
        (form.Shown, form.Seen) = (found.Addresses, found.Fingerprint);
        return new GroupPage(
            filter, found, form, new MailPaper(letter, applicant.Name, MailTextValidator.Faults(MailKind.Group, text)),
            [.. found.PerAddress.Take(MostChoices).Select(r => new Choice(r.Number, r.Name)), .. found.Addresses == 0 ? [new Choice(PreviewApplicants.Sample, SampleApplicant.Name)] : Array.Empty<Choice>()])
        {
            HasChanged = people is not null && people != form.Seen,
            NumberBefore = before is null || before == found.Addresses ? null : before,
        };
    }

    /// <summary>The whole page, with the names to choose from, is shown.</summary>
    public Task SeenAsync(GroupPage page, CancellationToken ct) => seen.SeenAsync(
        AuditAction.ListViewed, "", new { page = "group-mail", cohort = page.Recipients.Cohort.Name, filter = page.Filter.ForAudit(), shown = Math.Min(page.Recipients.Addresses, MostChoices) }, ct);
}
