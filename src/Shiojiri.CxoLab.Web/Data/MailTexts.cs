using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Mail;

namespace Shiojiri.CxoLab.Web.Data;

internal static class MailTexts
{
    /// <summary>The cohort's own text of a mail, or null where the built-in one holds.</summary>
    public static Task<MailText?> MailTextAsync(this CxoLabDb db, MailKind kind, int cohortId, CancellationToken ct) => db.MailTemplates
        .Where(t => t.CohortId == cohortId && t.Kind == kind)
        .Select(t => new MailText(t.Subject, t.Title, t.Body))
        .FirstOrDefaultAsync(ct);
}
