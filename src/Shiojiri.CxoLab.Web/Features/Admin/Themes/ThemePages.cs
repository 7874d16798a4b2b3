using Shiojiri.CxoLab.Content.Hints;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Themes;

/// <summary>A theme with how many named it in their application.</summary>
internal sealed record ThemeRow(Theme Theme, int Applicants)
{
    public string Name => Phrasing.Plain(Theme.Title);

    /// <param name="head">While its cohort is not public, no theme of it is.</param>
    public Chip ChipIn(CohortHead head) => Theme.State switch
    {
        ThemeState.Public when !head.IsPublic => new("wait", Icon.Clock, "期の公開を待つ"),
        ThemeState.Public => new("done", Icon.Check, Theme.State.Label()),
        ThemeState.Draft or ThemeState.Withdrawn => new("off", Icon.Minus, Theme.State.Label()),
        _ => throw new InvalidOperationException("An unknown state."),
    };

    /// <summary>What is noticed in its texts and what is not done yet; nothing of it hinders saving.</summary>
    public IReadOnlyList<ThemeHint> Hints(HintContext context) =>
    [
        .. Theme.Missing.Count > 0 ? [new ThemeHint(Theme.Words is null ? "words" : "sought", string.Join("、", Theme.Missing),
            $"がありません。{(Theme.IsPublic ? "" : $"{(Theme.State == ThemeState.Withdrawn ? "取り下げた" : "下書きの")}ままにしてあります")}", "入力する")] : Array.Empty<ThemeHint>(),
        .. Theme.Words is not null && !Theme.IsConfirmed ? [new ThemeHint("confirmed", "本人への確認", "の記録がありません。載せる文を、本人に確かめてください", "記録する")] : Array.Empty<ThemeHint>(),
        .. PictureHint.OfChosen(Theme.PictureKey, context) is { } picture ? [new ThemeHint("picture", "", picture.Words, "見る")] : Array.Empty<ThemeHint>(),
        .. new[] { ("title", Theme.Title), ("words", Theme.Words), ("sought", Theme.Sought) }
            .SelectMany(text => TextHints.Of(text.Item2 ?? "", context).Select(hint => new ThemeHint(text.Item1, "", hint.Words, "見る"))),
    ];
}

/// <summary>Something to look at in a theme.</summary>
/// <param name="Field">The id of the field it is about.</param>
/// <param name="What">What it is about, set bold; may be empty.</param>
/// <param name="Link">The words of the link to the field.</param>
internal sealed record ThemeHint(string Field, string What, string Words, string Link);

/// <summary>The themes of a cohort, and one form among them.</summary>
/// <param name="Pictures">Those that can be shown, by their keys.</param>
/// <param name="Open">The key of the theme whose form is open, <see cref="NewOne"/> for the form of a new one, or null.</param>
internal sealed record ThemesPage(
    CohortHead Head, IReadOnlyList<ThemeRow> Rows, IReadOnlyDictionary<string, ShownPicture> Pictures, string? Open = null, ThemeForm? Form = null)
{
    public const string NewOne = "new";

    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>What somebody else saved meanwhile beside what was typed; null when nobody did.</summary>
    public IReadOnlyList<ChangedText>? Stale { get; init; }

    /// <summary>Somebody else removed the theme while its form was open; what was typed is in the form of a new one.</summary>
    public bool IsGone { get; init; }

    public string Address => $"{Head.Address}/themes";

    public ThemeRow? OpenRow => Rows.FirstOrDefault(r => r.Theme.Key == Open);

    public HintContext Hints => new(JapanTime.DayOf(Head.NowUtc), Head.Cohort.TermStartsOn, Head.Cohort.TermEndsOn) { Pictures = Pictures };

    public bool IsFull => Rows.Count >= ThemeLimits.MostOfCohort;
}
