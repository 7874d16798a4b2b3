using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Mail;

/// <summary>Lays out the editor of a mail to many, with a preview for one of them.</summary>
internal sealed class GroupMailPageBuilder(GroupRecipientQuery recipients, PreviewApplicants applicants, AccessLog seen, CurrentSettings settings)
{
    private const int MostChoices = 30;

    /// <summary>A new mail; null when there is no such cohort for this person, or no such date to tell of.</summary>
    /// <param name="session">The slug of a date that was moved or called off, whose notice it is to be.</param>
    public async Task<GroupMailPage?> NewAsync(ApplicantFilter filter, string? session, CancellationToken ct)
    {
        if (await recipients.FindAsync(filter, ct) is not { } found)
        {
            return null;
        }

        if (session is null)
        {
            return await PageAsync(filter, new GroupMailForm { Batch = Guid.NewGuid(), Subject = $"【{settings.Programme.ShortTitle}】", Body = "{氏名} 様\n\n" }, found, ct);
        }

        if (found.Cohort.Sessions.SingleOrDefault(s => s.Slug == session) is not { IsToBeTold: true } told)
        {
            return null;
        }

        var form = new GroupMailForm { Batch = told.Version, Session = session };
        form.Fill(SessionNotice.Of(told));
        return await PageAsync(filter, form, found, ct);
    }

    /// <summary>Null when there is no such cohort for this person.</summary>
    public async Task<GroupMailPage?> PageAsync(ApplicantFilter filter, GroupMailForm form, CancellationToken ct) =>
        await recipients.FindAsync(filter, ct) is { } found ? await PageAsync(filter, form, found, ct) : null;

    private async Task<GroupMailPage> PageAsync(ApplicantFilter filter, GroupMailForm form, Recipients found, CancellationToken ct)
    {
        // Only whoever gets the mail can be looked at: the first of them, unless another one is asked for.
        var shown = found.PerAddress.FirstOrDefault(r => r.Number == form.Applicant) ?? (found.Addresses > 0 ? found.PerAddress[0] : null);
        form.Applicant = shown?.Number ?? PreviewApplicants.Sample;
        var applicant = await applicants.FindAsync(found.Cohort, form.Applicant, ct);
        var text = form.Text;
        var letter = MailPreview.Of(MailKind.Group, new MailContext(applicant, found.Cohort, settings.OfficeOf(found.Cohort.Id)), text);
        var (before, people) = (form.Shown, form.Seen);
        (form.Shown, form.Seen) = (found.Addresses, found.Fingerprint);
        return new GroupMailPage(
            filter, found, form, new RenderedMail(letter, applicant.Name, MailTextValidator.Faults(MailKind.Group, text)),
            [.. found.PerAddress.Take(MostChoices).Select(r => new Choice(r.Number, r.Name)), .. found.Addresses == 0 ? [new Choice(PreviewApplicants.Sample, SampleApplicant.Name)] : Array.Empty<Choice>()])
        {
            HasChanged = people is not null && people != form.Seen,
            NumberBefore = before is null || before == found.Addresses ? null : before,
        };
    }

    /// <summary>The whole page, with the names to choose from, is shown.</summary>
    public Task SeenAsync(GroupMailPage page, CancellationToken ct) => seen.SeenAsync(
        AuditAction.ListViewed, "", new { page = "group-mail", cohort = page.Recipients.Cohort.Name, filter = page.Filter.ForAudit(), shown = Math.Min(page.Recipients.Addresses, MostChoices) }, ct);
}
