using FluentValidation;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Curriculum;

/// <summary>What of the form is checked.</summary>
[Flags]
internal enum SessionParts
{
    Contents = 1,
    Days = 2,
    All = Contents | Days,
}

internal sealed class SessionFormValidator : AbstractValidator<SessionForm>
{
    public const int TitleLimit = 100;
    public const int PlaceLimit = 200;
    public const int NoteLimit = 300;
    public const int UrlLimit = 500;
    public const int MostParts = 20;

    public static readonly string[] Order =
    [
        nameof(SessionForm.Title), nameof(SessionForm.StartsOn), nameof(SessionForm.EndsOn), nameof(SessionForm.StartsAt), nameof(SessionForm.EndsAt),
        nameof(SessionForm.Kind), nameof(SessionForm.Part), nameof(SessionForm.PartTitle), nameof(SessionForm.Place), nameof(SessionForm.Venue),
        nameof(SessionForm.MeetingPlace), nameof(SessionForm.MeetingUrl), nameof(SessionForm.Note),
    ];

    public SessionFormValidator(SessionParts parts, DateOnly today)
    {
        if (parts.HasFlag(SessionParts.Contents))
        {
            RuleFor(f => f).Custom((form, context) => CheckContents(form, context.AddFailure));
        }

        if (parts.HasFlag(SessionParts.Days))
        {
            RuleFor(f => f).Custom((form, context) => CheckDays(form, today, context.AddFailure));
        }
    }

    private static void CheckContents(SessionForm form, Action<string, string> fault)
    {
        Text(nameof(form.Title), form.Title, "名前", TitleLimit, "名前を入力してください");
        Text(nameof(form.PartTitle), form.PartTitle, "段階の名前", TitleLimit, "段階の名前を入力してください");
        Text(nameof(form.Venue), form.Venue, "会場", PlaceLimit, null);
        Text(nameof(form.MeetingPlace), form.MeetingPlace, "集合場所", PlaceLimit, null);
        Text(nameof(form.Note), form.Note, "ひとこと", NoteLimit, null);
        That(form.PartTyped is >= 1 and <= MostParts, nameof(form.Part), $"段階の番号を1から{MostParts}までの数で入力してください");
        That(form.KindTyped is not null, nameof(form.Kind), "開き方を選んでください");
        That(form.PlaceTyped is not null, nameof(form.Place), "場所を選んでください");
        That(WebAddress.IsFit(form.MeetingUrl, UrlLimit), nameof(form.MeetingUrl), "https:// で始まるアドレスを入力してください");

        void Text(string field, string? typed, string label, int limit, string? required)
        {
            if (TextRule.Fault(SessionForm.Line(typed), label, limit, required, lines: false) is { } found)
            {
                fault(field, found);
            }
        }

        void That(bool isFit, string field, string message)
        {
            if (!isFit)
            {
                fault(field, message);
            }
        }
    }

    private static void CheckDays(SessionForm form, DateOnly today, Action<string, string> fault)
    {
        var (starts, ends) = (TypedDay.Parse(form.StartsOn, today), TypedDay.Parse(form.EndsOn, today));
        var (from, until) = (TypedTime.Parse(form.StartsAt), TypedTime.Parse(form.EndsAt));
        That(starts is not null, nameof(form.StartsOn), "日付を 2022-07-20 や 7/20 のように入力してください");
        That(ends is not null || SessionForm.Line(form.EndsOn) is null, nameof(form.EndsOn), "日付を 2022-07-20 や 7/20 のように入力するか、空にしてください");
        That(!(ends < starts), nameof(form.EndsOn), "おわりの日を、はじまりと同じ日か後の日にしてください");
        That(from is not null || SessionForm.Line(form.StartsAt) is null, nameof(form.StartsAt), "時刻を 20:30 のように入力するか、空にしてください");
        That(until is not null || SessionForm.Line(form.EndsAt) is null, nameof(form.EndsAt), "時刻を 20:30 のように入力するか、空にしてください");
        That((SessionForm.Line(form.StartsAt) is null) == (SessionForm.Line(form.EndsAt) is null), nameof(form.EndsAt), "時刻は、はじまりとおわりの両方を入力するか、両方を空にしてください");
        That(!((ends ?? starts) == starts && until <= from), nameof(form.EndsAt), "おわりの時刻を、はじまりより後にしてください");

        void That(bool isFit, string field, string message)
        {
            if (!isFit)
            {
                fault(field, message);
            }
        }
    }
}
