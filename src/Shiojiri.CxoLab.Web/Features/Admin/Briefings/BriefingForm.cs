using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using FluentValidation;
using Shiojiri.CxoLab.Briefings;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Briefings;

/// <summary>One briefing, as typed.</summary>
internal sealed partial record BriefingForm
{
    public string? Title { get; init; }

    public string? Subtitle { get; init; }

    public string? HeldOn { get; init; }

    public string? StartsAt { get; init; }

    public string? EndsAt { get; init; }

    public string? SignUpUrl { get; init; }

    /// <summary>Of a new one: the name it will have in addresses, drawn with the form, so that a form sent twice adds one.</summary>
    public string? Slug { get; init; }

    /// <summary>The version that the form was filled from.</summary>
    public Guid Version { get; init; }

    public bool HasSlug => Slug is not null && DrawnSlug().IsMatch(Slug);

    public static BriefingForm New() => new() { Slug = DrawSlug() };

    /// <summary>A name for a new briefing; no two of any cohorts are alike.</summary>
    public static string DrawSlug() => $"event-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}";

    public static BriefingForm Of(Briefing briefing) => new()
    {
        Title = briefing.Title,
        Subtitle = briefing.Subtitle,
        HeldOn = DayField.Text(briefing.HeldOn),
        StartsAt = Clock(briefing.StartsAt),
        EndsAt = Clock(briefing.EndsAt),
        SignUpUrl = briefing.SignUpUrl,
        Version = briefing.Version,
    };

    /// <summary>What a checked form says.</summary>
    public BriefingContents ToContents(DateOnly today) => new(
        Folding.Line(Title), Folding.Line(Subtitle), TypedDay.Parse(HeldOn, today)!.Value, TypedTime.Parse(StartsAt)!.Value, TypedTime.Parse(EndsAt)!.Value,
        Folding.Line(SignUpUrl) is { Length: > 0 } url ? url : null);

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    [GeneratedRegex("^event-[0-9a-f]{12}$")]
    private static partial Regex DrawnSlug();
}

/// <summary>What a briefing is and when.</summary>
internal sealed record BriefingContents(string Title, string Subtitle, DateOnly HeldOn, TimeOnly StartsAt, TimeOnly EndsAt, string? SignUpUrl)
{
    public static BriefingContents Of(Briefing briefing) =>
        new(briefing.Title, briefing.Subtitle, briefing.HeldOn, briefing.StartsAt, briefing.EndsAt, briefing.SignUpUrl);

    /// <summary>What differs from another one, in words.</summary>
    public IReadOnlyList<ChangedText> From(BriefingContents before) => [.. before.Texts().Zip(Texts())
        .Where(pair => pair.First.Text != pair.Second.Text)
        .Select(pair => new ChangedText(pair.First.Label, pair.First.Text, pair.Second.Text))];

    private (string Label, string? Text)[] Texts() =>
    [
        ("題名", Title), ("副題", Subtitle.Length > 0 ? Subtitle : null), ("日時", $"{JapanTime.MonthDay(HeldOn)} {JapanTime.Hours(StartsAt, EndsAt)}"), ("申し込み先", SignUpUrl),
    ];
}

internal sealed class BriefingFormValidator : AbstractValidator<BriefingForm>
{
    public const int TitleLimit = 100;
    public const int UrlLimit = 500;

    public static readonly string[] Order =
    [
        nameof(BriefingForm.Title), nameof(BriefingForm.Subtitle), nameof(BriefingForm.HeldOn), nameof(BriefingForm.StartsAt), nameof(BriefingForm.EndsAt),
        nameof(BriefingForm.SignUpUrl),
    ];

    public BriefingFormValidator(DateOnly today)
    {
        RuleFor(f => f).Custom((form, context) =>
        {
            Text(nameof(form.Title), form.Title, "題名", "題名を入力してください");
            Text(nameof(form.Subtitle), form.Subtitle, "副題", null);

            void Text(string field, string? typed, string label, string? required)
            {
                if (TextRule.Fault(Folding.Line(typed) is { Length: > 0 } text ? text : null, label, TitleLimit, required, lines: false) is { } fault)
                {
                    context.AddFailure(field, fault);
                }
            }
        });
        RuleFor(f => f.HeldOn).Must(day => TypedDay.Parse(day, today) is not null).WithMessage("日付を 2022-06-29 や 6/29 のように入力してください");
        RuleFor(f => f.StartsAt).Must(time => TypedTime.Parse(time) is not null).WithMessage("はじまりの時刻を 20:30 のように入力してください");
        RuleFor(f => f.EndsAt).Must(time => TypedTime.Parse(time) is not null).WithMessage("おわりの時刻を 21:30 のように入力してください");
        RuleFor(f => f.EndsAt).Must((form, ends) => !(TypedTime.Parse(ends) <= TypedTime.Parse(form.StartsAt))).WithMessage("おわりの時刻を、はじまりより後にしてください");
        RuleFor(f => f.SignUpUrl).Must(url => WebAddress.IsFit(url, UrlLimit)).WithMessage("https:// で始まるアドレスを入力するか、空にしてください");
    }
}
