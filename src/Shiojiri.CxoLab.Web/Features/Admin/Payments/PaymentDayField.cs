namespace Shiojiri.CxoLab.Web.Features.Admin.Payments;

/// <summary>A day, typed in any way that people write one; with script also picked from a calendar. Shown by _PaymentDayField.</summary>
internal sealed record PaymentDayField(string Id, string Name, string Label, string Hint, string? Value, string? Error, bool Required = true)
{
    public string DescribedBy => Error is null ? $"{Id}-hint" : $"{Id}-hint {Id}-error";
}
