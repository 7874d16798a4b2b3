namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>One thing as it is and as it shall be, in words; null: nothing stands there.</summary>
internal sealed record ChangedText(string Label, string? Before, string? After);
