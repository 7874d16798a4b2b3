using System.Globalization;
using FluentValidation;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.CohortCopies;

/// <summary>The next cohort, as typed: its name, how far its days lie ahead, and each of its days.</summary>
internal sealed record CopyForm
{
    public string? Name { get; init; }

    public string? Weeks { get; init; }

    /// <summary>By the keys of <see cref="CopiedDay"/>.</summary>
    public Dictionary<string, string?> Days { get; init; } = [];

    /// <summary>The ordinal that the next cohort has, as the page said; not called by that word, which is the address's.</summary>
    public int Next { get; init; }

    public string? NameTyped => Folding.Line(Name) is { Length: > 0 } name ? name : null;

    public int? WeeksTyped => int.TryParse(Folding.HalfWidth(Folding.Line(Weeks)).TrimEnd('週'), NumberStyles.None, CultureInfo.InvariantCulture, out var weeks)
        && weeks is >= 1 and <= CopyFormValidator.MostWeeks ? weeks : null;

    public DateOnly? Day(string key) => TypedDay.Parse(Days.GetValueOrDefault(key));

    /// <summary>With every day moved by the weeks asked for.</summary>
    public CopyForm Moved(IEnumerable<CopiedDay> days, int weeks) => this with { Days = days.ToDictionary(d => d.Key, d => DayField.Text(CohortCopy.Moved(d.On, weeks))) };
}

internal sealed class CopyFormValidator : AbstractValidator<CopyForm>
{
    public const int NameLimit = 40;
    public const int MostWeeks = 520;

    public CopyFormValidator(IReadOnlyList<CopiedDay> days) => RuleFor(f => f).Custom((form, context) =>
    {
        Fault(nameof(CopyForm.Name), TextRule.Fault(form.NameTyped, "期の名前", NameLimit, "期の名前を入力してください", lines: false));
        Fault(nameof(CopyForm.Weeks), form.WeeksTyped is null ? $"ずらす週の数を1から{MostWeeks}までの数で入力してください" : null);
        foreach (var day in days)
        {
            Fault(Field(day.Key), form.Day(day.Key) is null ? $"{day.Label}を 2023-07-19 のように、年から入力してください" : null);
        }

        Fault(Field(CohortCopy.TermEnds), form.Day(CohortCopy.TermEnds) < form.Day(CohortCopy.TermStarts) ? "期間のおわりを、はじまりと同じ日か後の日にしてください" : null);
        Fault(Field(CohortCopy.Closes), form.Day(CohortCopy.Closes) < form.Day(CohortCopy.Opens) ? "応募の締切を、募集の開始と同じ日か後の日にしてください" : null);
        foreach (var end in days.Where(d => d.Key.StartsWith("session-", StringComparison.Ordinal) && d.Key.EndsWith("-ends", StringComparison.Ordinal)))
        {
            Fault(Field(end.Key), form.Day(end.Key) < form.Day(end.Key[..^"-ends".Length]) ? $"{end.Label}を、はじまりと同じ日か後の日にしてください" : null);
        }

        void Fault(string field, string? message)
        {
            if (message is not null)
            {
                context.AddFailure(field, message);
            }
        }
    });

    public static string Field(string key) => $"{nameof(CopyForm.Days)}[{key}]";

    public static string[] Order(IEnumerable<CopiedDay> days) => [nameof(CopyForm.Name), nameof(CopyForm.Weeks), .. days.Select(d => Field(d.Key))];
}
