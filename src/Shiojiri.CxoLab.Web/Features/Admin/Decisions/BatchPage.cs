using Shiojiri.CxoLab.Applications;

namespace Shiojiri.CxoLab.Web.Features.Admin.Decisions;

/// <summary>What is prepared: one's own first, then by who prepared it.</summary>
/// <param name="Count">How many there are, more than are shown when there are very many.</param>
internal sealed record BatchPage(IReadOnlyList<BatchGroup> Groups, int Count)
{
    /// <summary>What came out different from what was shown; nothing was done then.</summary>
    public IReadOnlyList<StaleDecision> Stale { get; init; } = [];

    public IEnumerable<BatchRow> Rows => Groups.SelectMany(g => g.Rows);

    /// <summary>The decisions that are prepared by anybody, and how many of each are ticked at first.</summary>
    public IEnumerable<(ApplicationStatus To, int Ticked)> Ticked =>
        Rows.GroupBy(r => r.Draft.To).OrderBy(g => g.Key).Select(g => (g.Key, g.Count(r => r.IsTicked)));
}

internal sealed record BatchGroup(bool IsOwn, string ByName, IReadOnlyList<BatchRow> Rows);

/// <param name="Mean">The reviewers' mean, 1 to 5; null where the person may not see it yet.</param>
/// <param name="MayBeDropped">By the person who looks.</param>
internal sealed record BatchRow(DecisionDraft Draft, bool IsOwn, double? Mean, bool MayBeDropped)
{
    /// <summary>Nobody sends a colleague's decisions without meaning to.</summary>
    public bool IsTicked => IsOwn && Draft.IsReady;
}
