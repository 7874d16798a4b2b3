namespace Shiojiri.CxoLab.Web.Spreadsheets;

/// <summary>A kind of file in which a table can be taken away.</summary>
/// <param name="Extension">Without the dot; also the word for it in an address.</param>
internal sealed record TableFormat(string Extension, string ContentType)
{
    public static readonly TableFormat Csv = new("csv", "text/csv; charset=utf-8");

    public static readonly TableFormat Xlsx = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /// <summary>Null for a word that names no format.</summary>
    public static TableFormat? Of(string? extension) => extension switch
    {
        "csv" => Csv,
        "xlsx" => Xlsx,
        _ => null,
    };
}
