using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Web.Features.Admin.Decisions;

/// <summary>The last look before anything is decided or told (最後の確認).</summary>
/// <param name="Drafts">What would be carried out.</param>
/// <param name="Shown">The same, protected: what comes back with the button.</param>
/// <param name="HoldMinutes">For how long the mails can be stopped afterwards; 0: not at all.</param>
internal sealed record DecisionCheckPage(IReadOnlyList<DecisionDraft> Drafts, string Shown, int HoldMinutes)
{
    /// <summary>What came out different from what was shown, or can't be carried out.</summary>
    public IReadOnlyList<StaleDecision> Stale { get; init; } = [];

    /// <summary>All mails are folded out.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whose preparations these are, besides one's own.</summary>
    public required IReadOnlyList<string> Others { get; init; }

    public IEnumerable<IGrouping<ApplicationStatus, DecisionDraft>> Groups => Drafts.GroupBy(d => d.To).OrderBy(g => g.Key);

    public int Mails => Drafts.Count(d => d.Mail is not null);

    public int Cancels => Drafts.Sum(d => d.Cancels.Count);

    public int Calls => Drafts.Count(d => !d.Application.IsReachedByMail);

    /// <summary>参加確定12・補欠1・見送り1、メール14通</summary>
    public string Counts => $"{string.Join("・", Groups.Select(g => $"{g.Key.Label()}{g.Count()}"))}、{(Mails == 0 ? "メールなし" : $"メール{Mails}通")}";

    /// <summary>How many will be asked to pay, by day.</summary>
    public IEnumerable<(DateOnly DueOn, int Count)> Asked => Drafts
        .Where(d => d.FeeAfter is { IsAwaited: true, DueOn: not null })
        .GroupBy(d => d.FeeAfter.DueOn!.Value).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()));

    /// <summary>To how many money will have to be given back, and how much in all.</summary>
    public (int Count, Yen Sum) Refunds
    {
        get
        {
            var back = Drafts.Where(d => d.FeeAfter.State == FeeState.RefundDue).ToList();
            return (back.Count, new Yen(back.Sum(d => d.FeeAfter.ToGiveBack.Amount)));
        }
    }
}
