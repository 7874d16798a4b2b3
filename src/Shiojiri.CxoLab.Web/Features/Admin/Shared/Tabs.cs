namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>The pages inside a part, above each of them; shown by _Tabs.</summary>
internal sealed record Tabs(string Label, IEnumerable<Tab> Items);

/// <param name="Count">How much is there; null where that says nothing.</param>
internal sealed record Tab(string Url, string Label, bool IsCurrent, int? Count = null);
