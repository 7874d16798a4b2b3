using FluentValidation;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Themes;

/// <summary>A theme as typed, and what is to be done with it.</summary>
internal sealed record ThemeForm
{
    public const string Public = "public";
    public const string Draft = "draft";

    /// <summary>The value of a box that was ticked in this form.</summary>
    public const string Yes = "yes";

    /// <summary>The value of the box when it was ticked by an earlier save: it speaks of the words of then.</summary>
    public const string AsBefore = "as-before";

    public string? Title { get; init; }

    public string? Owner { get; init; }

    public string? Affiliation { get; init; }

    public string? Words { get; init; }

    public string? Sought { get; init; }

    /// <summary><see cref="Yes"/> or <see cref="AsBefore"/>: the owner agrees with what is published of them.</summary>
    public string? Confirmed { get; init; }

    /// <summary><see cref="Yes"/>: with what this form changes, too.</summary>
    public string? ConfirmedAnew { get; init; }

    public string? State { get; init; }

    /// <summary>The key of a new one, drawn with the form, so that a form sent twice adds one; not called by that word, which is the address's.</summary>
    public string? Drawn { get; init; }

    /// <summary>The version of the theme that the form was filled from.</summary>
    public Guid Version { get; init; }

    public bool WantsPublic => State == Public;

    public bool Confirms => Confirmed == Yes || ConfirmedAnew == Yes;

    public static ThemeForm New() => new() { Drawn = RandomToken.Draw(), State = Draft };

    public static ThemeForm Of(Theme theme) => new()
    {
        Title = theme.Title,
        Owner = theme.Owner,
        Affiliation = theme.Affiliation,
        Words = theme.Words,
        Sought = theme.Sought,
        Confirmed = theme.IsConfirmed ? AsBefore : null,
        State = theme.IsPublic ? Public : Draft,
        Version = theme.Version,
    };

    /// <summary>With line ends and blanks around put right. The owner's words stay as they were typed: what may be wrong in them is for hints to say.</summary>
    public ThemeForm Folded() => this with
    {
        Title = Line(Title),
        Owner = Line(Owner),
        Affiliation = Line(Affiliation),
        Words = (Words ?? "").ReplaceLineEndings("\n").Trim() is { Length: > 0 } words ? words : null,
        Sought = string.Join('\n', ShownTheme.LinesOf((Sought ?? "").ReplaceLineEndings("\n"))) is { Length: > 0 } sought ? sought : null,
    };

    /// <summary>The same over what somebody else saved meanwhile: sending it again is then meant, and takes back nobody's confirmation.</summary>
    public ThemeForm Over(Theme now) => this with
    {
        Version = now.Version,
        Confirmed = now.IsConfirmed ? AsBefore : Confirms ? Yes : null,
        ConfirmedAnew = now.IsConfirmed && Confirms ? Yes : null,
    };

    /// <summary>What a checked form says.</summary>
    public ThemeContents ToContents() => new(Title!, Owner!, Affiliation, Words, Sought);

    private static string? Line(string? typed) => Folding.Line(typed) is { Length: > 0 } text ? text : null;
}

internal sealed class ThemeFormValidator : AbstractValidator<ThemeForm>
{
    public static readonly string[] Order = [nameof(ThemeForm.Title), nameof(ThemeForm.Owner), nameof(ThemeForm.Affiliation), nameof(ThemeForm.Words), nameof(ThemeForm.Sought)];

    /// <param name="isRead">Visitors read it now: nothing that they read vanishes by an oversight.</param>
    public ThemeFormValidator(bool isRead)
    {
        RuleFor(f => f.Title).IsText("テーマの題名", ThemeLimits.Title, required: "テーマの題名を入力してください");
        RuleFor(f => f.Owner).IsText("地域プレイヤー", ThemeLimits.Owner, required: "地域プレイヤーのお名前を入力してください");
        RuleFor(f => f.Affiliation).IsText("仕事や団体", ThemeLimits.Affiliation);
        RuleFor(f => f.Words).IsText("本人の言葉", ThemeLimits.Words, lines: true);
        RuleFor(f => f.Sought).IsText("求める人", ThemeLimits.Sought, lines: true);
        When(f => isRead && f.WantsPublic, () =>
        {
            RuleFor(f => f.Words).NotNull().WithMessage(Needed("本人の言葉"));
            RuleFor(f => f.Sought).NotNull().WithMessage(Needed("求める人"));
        });
    }

    private static string Needed(string label) => $"公開中のテーマの{label}は空にできません。サイトから下げるときは「下書き」を選んでください";
}
