using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.ApplicantExport;

/// <summary>What is about to be taken away, and what of it.</summary>
internal sealed record ExportPage(
    Cohort Cohort, ApplicantFilter Filter, IReadOnlyList<string> Words, int Count, IReadOnlyList<ExportColumn> Columns,
    IReadOnlyCollection<string?> Chosen, string Format, IReadOnlyList<FieldError> Errors)
{
    private const string Mark = " ※";

    public ChoiceField ColumnField => new(
        nameof(ExportForm.Columns), "書き出す列", true, "※の付いた列は個人情報です。使う列だけを選んでください。", Errors.Of(nameof(ExportForm.Columns)), Chosen,
        [.. Columns.Select(c => new Choice(c.Key, c.Title + (c.IsPersonal ? Mark : "")))], Several: true);

    public ChoiceField FormatField => new(
        nameof(ExportForm.Format), "ファイルの形式", true, "Excelで開くときは、Excelブックを選んでください。先頭の0が残り、金額や日付をそのまま計算できます。CSVは、ほかのシステムへ取り込むときに使います。", Errors.Of(nameof(ExportForm.Format)), [Format],
        [new("xlsx", "Excelブック（XLSX）"), new("csv", "CSV")], Several: false);
}

internal sealed class ExportForm
{
    public List<string>? Columns { get; set; }

    public string? Format { get; set; }
}
