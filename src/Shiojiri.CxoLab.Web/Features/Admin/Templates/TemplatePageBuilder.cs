using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Templates;

/// <summary>Lays out the editor of a text, with a preview of what is typed.</summary>
internal sealed class TemplatePageBuilder(StaffScope scope, TemplateStore store, PreviewApplicants applicants, CurrentSettings settings)
{
    public Task<Cohort?> CohortAsync(int? ordinal, CancellationToken ct) => scope.CohortAsync(ordinal, ct);

    /// <summary>The editor with the text that holds now.</summary>
    public async Task<TemplatePage> OpenAsync(MailKind kind, Cohort cohort, string? applicant, CancellationToken ct)
    {
        var form = new TemplateForm { Applicant = applicant };
        form.Fill((await store.FindAsync(kind, cohort, ct))?.Text ?? BuiltInTexts.Of(kind));
        var page = await PageAsync(kind, cohort, form, ct);
        form.Version = page.Stored?.Version;
        return page;
    }

    /// <summary>The editor with what was typed.</summary>
    public async Task<TemplatePage> PageAsync(MailKind kind, Cohort cohort, TemplateForm form, CancellationToken ct)
    {
        form.Cohort = cohort.Ordinal;
        form.Ticket = Guid.NewGuid();
        return new(
            kind, cohort, form, await store.FindAsync(kind, cohort, ct),
            await PaperAsync(kind, cohort, form, ct), await applicants.ChoicesAsync(cohort, ct));
    }

    public async Task<RenderedMail> PaperAsync(MailKind kind, Cohort cohort, TemplateForm form, CancellationToken ct)
    {
        var applicant = await applicants.FindAsync(cohort, form.Applicant, ct);
        var text = form.Text;
        return new(MailPreview.Of(kind, new MailContext(applicant, cohort, settings.OfficeOf(cohort.Id)), text, MailMarkdown.Read), applicant.Name, MailTextValidator.Faults(kind, text));
    }
}
