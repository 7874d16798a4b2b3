using Shiojiri.CxoLab.Briefings;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Briefings;

/// <summary>The briefings of a cohort: those to come first, then those that are over.</summary>
internal sealed record BriefingsPage(CohortHead Head, IReadOnlyList<BriefingCard> Cards);

/// <summary>One briefing in its form, or a new one.</summary>
/// <param name="Briefing">Null: a new one.</param>
/// <param name="Stale">What somebody else saved meanwhile beside what was typed; null when nobody did.</param>
internal sealed record BriefingPage(
    CohortHead Head, Briefing? Briefing, BriefingForm Form, IReadOnlyList<FieldError> Errors, IReadOnlyList<ChangedText>? Stale = null)
{
    public DateOnly Today => JapanTime.DayOf(Head.NowUtc);

    public string List => $"{Head.Address}/briefings";

    public string Address => Briefing is null ? List : $"{List}/{Briefing.Slug}";
}
