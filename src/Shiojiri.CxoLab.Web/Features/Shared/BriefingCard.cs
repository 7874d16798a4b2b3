using Shiojiri.CxoLab.Briefings;

namespace Shiojiri.CxoLab.Web.Features.Shared;

internal sealed record BriefingCard(Briefing Briefing, bool IsOver)
{
    /// <summary>One may still come.</summary>
    public bool IsAhead => !IsOver && !Briefing.IsCancelled;

    /// <summary>Those to come first, the next one on top; then those that are over, the latest on top.</summary>
    public static IReadOnlyList<BriefingCard> InOrder(IEnumerable<Briefing> briefings, DateTime nowUtc)
    {
        var cards = briefings.Select(b => new BriefingCard(b, b.IsOverAt(nowUtc))).ToList();
        return
        [
            .. cards.Where(c => !c.IsOver).OrderBy(c => c.Briefing.HeldOn),
            .. cards.Where(c => c.IsOver).OrderByDescending(c => c.Briefing.HeldOn),
        ];
    }
}
