using System.Globalization;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Spreadsheets;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.ApplicantExport;

/// <summary>Shows what would be taken away, and hands it out once it is written down who took it.</summary>
internal sealed class ExportPageBuilder(StaffScope scope, ExportQuery query, AuditTrail audit, CxoLabDb db)
{
    private const string Sheet = "申込者";

    /// <summary>Null when there is no such cohort to be seen.</summary>
    public async Task<ExportPage?> OpenAsync(ApplicantFilter filter, ExportForm? form, IReadOnlyList<FieldError> errors, CancellationToken ct)
    {
        if (await scope.CohortAsync(filter.Cohort, ct) is not { } cohort)
        {
            return null;
        }

        var columns = query.ColumnsOf(cohort);
        return new ExportPage(
            cohort, filter, await query.WordsAsync(filter, cohort, ct), await query.CountAsync(filter, cohort, ct), columns,
            form is null ? [.. columns.Where(c => c.IsUsual).Select(c => c.Key)] : form.Columns ?? [], form is null ? TableFormat.Xlsx.Extension : form.Format ?? "", errors);
    }

    /// <summary>Null when there is no such cohort to be seen. The columns stand in their own order, whatever order they came in.</summary>
    public async Task<TableFile?> TakeAsync(ApplicantFilter filter, IReadOnlyCollection<string> chosen, TableFormat format, CancellationToken ct)
    {
        if (await scope.CohortAsync(filter.Cohort, ct) is not { } cohort)
        {
            return null;
        }

        IReadOnlyList<ExportColumn> columns = [.. query.ColumnsOf(cohort).Where(c => chosen.Contains(c.Key))];
        var ids = await query.IdsAsync(filter, cohort, ct);

        // Before the first byte leaves: nothing is taken away unwritten.
        audit.Write(AuditAction.Exported, "", after: new
        {
            cohort = cohort.Name,
            filter = filter.ForAudit(),
            columns = columns.Select(c => c.Key),
            count = ids.Count,
            format = format.Extension,
        });
        await db.SaveChangesAsync(ct);

        var day = query.Today.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var name = string.Concat(cohort.Name.Where(c => !char.IsControl(c) && !"\\/:*?\"<>|".Contains(c, StringComparison.Ordinal)));
        return new TableFile(
            format, $"申込者-{name}-{day}", string.Create(CultureInfo.InvariantCulture, $"applicants-{cohort.Ordinal}-{day}"),
            new Table(Sheet, [.. columns.Select(c => c.Column)], ids.Count, query.RowsAsync(ids, columns, ct)));
    }
}
