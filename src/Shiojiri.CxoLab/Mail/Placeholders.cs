using System.Text.RegularExpressions;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Mail;

/// <summary>One thing that can be filled into the text of a mail (差し込み項目).</summary>
/// <param name="Name">As it is written between { and }.</param>
/// <param name="IsBlock">Stands on a line of its own and becomes a part of the mail; else a few words.</param>
/// <param name="InSubject">May stand in the subject line: holds nothing a visitor typed.</param>
public sealed record Placeholder(string Name, string Meaning, bool IsBlock, bool InSubject);

/// <summary>Every placeholder there is, what it becomes, and what is wrong with a text that uses them.</summary>
public static partial class Placeholders
{
    private static readonly (Placeholder Placeholder, Func<MailContext, string> Words)[] Inline =
    [
        (new("氏名", "申込者の氏名", false, false), s => s.Application.Name),
        (new("フリガナ", "申込者のフリガナ", false, false), s => s.Application.Kana),
        (new("プログラム名", "設定にある名前", false, true), s => s.Office.Programme.Title),
        (new("プログラムの略称", "設定にある短い名前", false, true), s => s.Office.Programme.ShortTitle),
        (new("期", "第三期 など", false, true), s => s.Cohort.Name),
        (new("受付番号", "0312-345-678 の形の番号", false, true), s => ApplicationNumber.Grouped(s.Application.Number)),
        (new("参加費", "20,000円 など", false, true), s => s.Application.Fee.ToString()),
        (new("お支払い期限", "6月17日(金) など", false, true), s => s.DueOn is { } due ? JapanTime.MonthDay(due) : DueDate.NotYet),
        (new("入金額", "これまでに確認した入金の合計", false, false), s => s.Application.Balance.Received.ToString()),
        (new("問い合わせ先", "事務局のメールアドレス", false, false), s => s.Office.ContactEmail),
    ];

    private static readonly (Placeholder Placeholder, Action<Letter, MailContext> Write)[] Blocks =
    [
        (new("受付番号の枠", "受付番号を大きく示す枠", true, false), (letter, s) => letter.Emphasis("受付番号", ApplicationNumber.Grouped(s.Application.Number))),
        (new("お支払い方法", "金額、期限、振込先、名義の見出しと表", true, false), (letter, s) => letter.PaymentInstructionsFor(s)),
        (new("参加費について", "いまの入金と審査の状態に合う、参加費の説明", true, false), (letter, s) => letter.FeeMessageFor(s)),
        (new("いまの状態", "席や選考の、いまの状態の説明", true, false), (letter, s) => letter.StatusFor(s)),
        (new("最初の集まり", "次の集まりの日時と、カレンダーへのボタン", true, false), (letter, s) => letter.FirstMeetingFor(s)),
        (new("このあとの流れ", "支払いから次の集まりまでの手順", true, false), (letter, s) => letter.NextStepsFor(s)),
        (new("日程へのリンク", "スケジュールのページへのボタン", true, false), (letter, s) => letter.Link("日程を見る", $"{s.Office.PublicBaseUrl}/schedule")),
        (new("辞退の方法", "参加を辞退するときの見出しと説明", true, false), (letter, s) => letter.WithdrawalFor(s)),
    ];

    // What texts that staff stored or keep elsewhere may still say.
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal) { ["取りやめ方"] = "辞退の方法" };

    public static readonly IReadOnlyList<Placeholder> All = [.. Inline.Select(i => i.Placeholder), .. Blocks.Select(b => b.Placeholder)];

    /// <summary>The same text with the names that placeholders have today.</summary>
    public static MailText WithTodaysNames(MailText text) => new(WithTodaysNames(text.Subject), WithTodaysNames(text.Title), WithTodaysNames(text.Body));

    /// <summary>What stands in the way of using a text; empty when it can be used.</summary>
    public static IReadOnlyList<TextFlaw> FlawsOf(MailKind kind, MailText text) =>
    [
        .. Names(text.Subject).Where(n => All.All(p => p.Name != n)).Select(n => new TextFlaw(MailPart.Subject, FlawKind.Unknown, n)),
        .. Names(text.Subject).Where(n => All.Any(p => p.Name == n && !p.InSubject)).Select(n => new TextFlaw(MailPart.Subject, FlawKind.NotHere, n)),
        .. Names(text.Title).Where(n => All.All(p => p.Name != n)).Select(n => new TextFlaw(MailPart.Title, FlawKind.Unknown, n)),
        .. Names(text.Title).Where(n => All.Any(p => p.Name == n && p.IsBlock)).Select(n => new TextFlaw(MailPart.Title, FlawKind.NotHere, n)),
        .. Names(text.Body).Where(n => All.All(p => p.Name != n)).Select(n => new TextFlaw(MailPart.Body, FlawKind.Unknown, n)),
        .. text.Body.ReplaceLineEndings("\n").Split('\n').Where(line => BlockOf(line) is null)
            .SelectMany(Names).Where(n => All.Any(p => p.Name == n && p.IsBlock)).Select(n => new TextFlaw(MailPart.Body, FlawKind.NotAlone, n)),
        .. Parts(text).Where(p => Braces().Replace(p.Text, "").AsSpan().ContainsAny('{', '}')).Select(p => new TextFlaw(p.Part, FlawKind.Broken, "")),
        .. Needed(kind).Where(n => !Names(text.Body).Contains(n)).Select(n => new TextFlaw(MailPart.Body, FlawKind.Missing, n)),
    ];

    /// <summary>The placeholder that was probably meant, or null when none is like it.</summary>
    public static string? NearestTo(string name) => All
        .Select(p => (p.Name, Distance: Distance(p.Name, name.Trim())))
        .Where(p => p.Name.Intersect(name).Any())
        .OrderBy(p => p.Distance).ThenBy(p => p.Name.Length)
        .Select(p => p.Name)
        .FirstOrDefault();

    internal static string Fill(string text, MailContext about) => Braces().Replace(
        text, found => Inline.FirstOrDefault(i => i.Placeholder.Name == NameOf(found)).Words?.Invoke(about) ?? found.Value);

    internal static Action<Letter, MailContext>? BlockOf(string line) =>
        Braces().Match(line.Trim()) is { Success: true } found && found.Length == line.Trim().Length
            ? Blocks.FirstOrDefault(b => b.Placeholder.Name == NameOf(found)).Write
            : null;

    // Without the account nobody can pay: these mails are no use without their block.
    private static string[] Needed(MailKind kind) =>
        kind is MailKind.PaymentInstructions or MailKind.InstructionsAgain or MailKind.PaymentReminder ? ["お支払い方法"] : [];

    private static (MailPart Part, string Text)[] Parts(MailText text) =>
        [(MailPart.Subject, text.Subject), (MailPart.Title, text.Title), (MailPart.Body, text.Body)];

    // Levenshtein: how many characters have to be put in, taken out or changed.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, corner + (one[i - 1] == other[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[other.Length];
    }

    private static IEnumerable<string> Names(string text) => Braces().Matches(text).Select(NameOf).Distinct();

    private static string NameOf(Match found) => Renamed.GetValueOrDefault(found.Groups[1].Value, found.Groups[1].Value);

    private static string WithTodaysNames(string text) => Braces().Replace(text, found => $"{{{NameOf(found)}}}");

    [GeneratedRegex(@"\{([^{}\n]{1,20})\}")]
    private static partial Regex Braces();
}

/// <summary>One thing wrong with a text.</summary>
public sealed record TextFlaw(MailPart Part, FlawKind Kind, string Name);

public enum MailPart
{
    Subject,
    Title,
    Body,
}

public enum FlawKind
{
    /// <summary>There is no such placeholder.</summary>
    Unknown,

    /// <summary>It can't stand in this part.</summary>
    NotHere,

    /// <summary>It has to stand on a line of its own.</summary>
    NotAlone,

    /// <summary>This mail can't do without it.</summary>
    Missing,

    /// <summary>A brace without its partner, or with nothing that could be a name between.</summary>
    Broken,
}
