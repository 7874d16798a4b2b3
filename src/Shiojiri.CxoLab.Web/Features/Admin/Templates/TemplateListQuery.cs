using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Features.Admin.Templates;

/// <summary>Reads which texts a cohort has of its own.</summary>
internal sealed class TemplateListQuery(CxoLabDb db)
{
    public async Task<TemplateListPage> OfAsync(Cohort cohort, CancellationToken ct)
    {
        var own = await db.MailTemplates.AsNoTracking().Where(t => t.CohortId == cohort.Id).ToListAsync(ct);
        var cohorts = await db.Cohorts.OrderByDescending(c => c.Ordinal).Take(50).Select(c => new { c.Ordinal, c.Name }).ToListAsync(ct);
        return new TemplateListPage(cohort, [.. cohorts.Select(c => (c.Ordinal, c.Name))], [.. MailKinds.Editable.Select(kind =>
            own.FirstOrDefault(t => t.Kind == kind) is { } text
                ? new TemplateRow(kind, text.Subject, text.ChangedBy, text.ChangedUtc)
                : new TemplateRow(kind, BuiltInTexts.Of(kind).Subject, null, null))]);
    }
}
