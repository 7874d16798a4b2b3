namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>A step on the way to a page (パンくず).</summary>
internal sealed record Crumb(string Url, string Label);
