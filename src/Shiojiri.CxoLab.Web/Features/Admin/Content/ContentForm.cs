using System.Globalization;
using FluentValidation;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Projects;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Content;

/// <summary>One piece as typed, and what is to be done with it.</summary>
internal sealed record ContentForm
{
    public const string AsDraft = "draft";
    public const string AtOnce = "now";
    public const string Later = "later";

    /// <summary>By the names of the kind's fields.</summary>
    public Dictionary<string, string?> Values { get; init; } = [];

    /// <summary>The number of the revision that the form was filled from; 0 for what is built in.</summary>
    public int Seen { get; init; }

    public string? Way { get; init; }

    public string? FromOn { get; init; }

    public string? FromAt { get; init; }

    public string? UntilOn { get; init; }

    public string? UntilAt { get; init; }

    /// <summary>With line ends, widths of dates and blanks around the text put right. The text itself stays as it was typed: what may be wrong in it is for hints to say.</summary>
    public ContentForm Folded(ContentKind kind) => this with
    {
        Values = ContentField.Of(kind).ToDictionary(f => f.Name, f => Folded(f.Kind, Values.GetValueOrDefault(f.Name))),
        FromOn = Folded(ContentFieldKind.Day, FromOn),
        FromAt = Folded(ContentFieldKind.Clock, FromAt),
        UntilOn = Folded(ContentFieldKind.Day, UntilOn),
        UntilAt = Folded(ContentFieldKind.Clock, UntilAt),
    };

    /// <summary>The times that were chosen; only of a form that was checked.</summary>
    public Publication Publication(DateTime nowUtc) => Way switch
    {
        AtOnce => new(nowUtc, Instant(UntilOn, UntilAt)),
        Later => new(Instant(FromOn, FromAt), Instant(UntilOn, UntilAt)),
        _ => Shiojiri.CxoLab.Content.Publication.Draft,
    };

    /// <summary>Null when day or time is none.</summary>
    public static DateTime? Instant(string? on, string? at) =>
        DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && TimeOnly.TryParseExact(at, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? JapanTime.ToUtc(day, time) : null;

    private static string? Folded(ContentFieldKind kind, string? typed)
    {
        var text = (typed ?? "").ReplaceLineEndings("\n");
        text = kind switch
        {
            ContentFieldKind.Markdown => text.TrimEnd().TrimStart('\n'),
            ContentFieldKind.Day => TypedDay.Parse(text)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? text.Trim(),
            ContentFieldKind.Year => Folding.HalfWidth(text).Replace("年度", "", StringComparison.Ordinal).Trim(),
            ContentFieldKind.Link => Folding.Line(text),
            ContentFieldKind.Clock => TimeOnly.TryParseExact(Folding.HalfWidth(text.Trim()), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? time.ToString("HH:mm", CultureInfo.InvariantCulture) : text.Trim(),
            _ => text.Trim(),
        };
        return text.Length == 0 ? null : text;
    }
}

internal sealed class ContentFormValidator : AbstractValidator<ContentForm>
{
    public ContentFormValidator(ContentKind kind, DateTime nowUtc) => RuleFor(f => f).Custom((form, context) =>
    {
        foreach (var field in ContentField.Of(kind))
        {
            if (Fault(field, form.Values[field.Name]) is { } fault)
            {
                context.AddFailure($"Values[{field.Name}]", fault);
            }
        }

        if (form.Values.GetValueOrDefault(ContentField.Notice) is not null && form.Values[ContentField.NoticeOn] is null)
        {
            context.AddFailure($"Values[{ContentField.NoticeOn}]", "一行を消す日を入力してください");
        }

        if (ContentRevision.Text(form.Values).Length > ContentRevision.MaxFields)
        {
            context.AddFailure($"Values[{ContentField.Of(kind)[0].Name}]", "文が長すぎます。短くするか、分けてください");
        }

        Times(form, context, nowUtc);
    });

    private static string? Fault(ContentField field, string? text) => field.Kind switch
    {
        _ when text is null => field.IsNeeded ? $"{field.Label}を{(field.Kind == ContentFieldKind.Choice ? "選んで" : "入力して")}ください" : null,
        ContentFieldKind.Year => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FiscalYear.First and <= FiscalYear.Last
            ? null : $"{field.Label}を、2021 のように4桁で入力してください",
        ContentFieldKind.Link => WebAddress.IsFit(text, field.Most) ? null : $"{field.Label}を、https:// から入力してください",
        ContentFieldKind.Choice => field.Choices.Any(c => c.Value == text) ? null : $"{field.Label}を選んでください",
        ContentFieldKind.Tick => text == ContentField.Ticked ? null : $"「{field.Label}」のしるしを読み取れませんでした",
        ContentFieldKind.Day => TypedDay.Parse(text) is null ? $"{field.Label}を、2022-06-24 のように入力してください" : null,
        ContentFieldKind.Clock => ContentForm.Instant("2022-06-24", text) is null ? $"{field.Label}を、9:00 のように入力してください" : null,
        _ => TextRule.Fault(text, field.Label, field.Most, null, field.Kind == ContentFieldKind.Markdown),
    };

    private static void Times(ContentForm form, ValidationContext<ContentForm> context, DateTime nowUtc)
    {
        var from = form.Way == ContentForm.Later ? ContentForm.Instant(form.FromOn, form.FromAt) : nowUtc;
        if (form.Way == ContentForm.Later && (from is null || from <= nowUtc))
        {
            context.AddFailure(nameof(form.FromOn), from is null ? "公開する日と時刻を入力してください" : "公開する日時は、これからの日時にしてください");
        }

        if (form.Way is ContentForm.AtOnce or ContentForm.Later && (form.UntilOn ?? form.UntilAt) is not null
            && (ContentForm.Instant(form.UntilOn, form.UntilAt) is not { } until || until <= from))
        {
            context.AddFailure(nameof(form.UntilOn), "取り下げる日時は、公開より後の日と時刻を両方入力してください");
        }
    }
}
