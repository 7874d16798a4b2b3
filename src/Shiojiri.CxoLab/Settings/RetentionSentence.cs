using System.Globalization;
using System.Text.RegularExpressions;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Settings;

/// <summary>Holds the office's own sentence on keeping (申し込みの保管) against the months after which the site erases by itself: both stand on one page.</summary>
public static partial class RetentionSentence
{
    /// <summary>A span that the sentence names and no setting knows, as written: 3年; null when there is none.</summary>
    public static string? Contradiction(PrivacyValues values)
    {
        int[] known = [values.NotAcceptedMonths, values.MemberMonths, values.InquiryMonths];
        return Spans().Matches(Folding.HalfWidth(values.Retention ?? ""))
            .Where(m => !known.Contains(Number(m.Groups["years"]) * 12 + Number(m.Groups["months"])))
            .Select(m => m.Value)
            .FirstOrDefault();
    }

    /// <summary>What the site does by itself, for visitors; null when it does nothing.</summary>
    public static string? OfMonths(PrivacyValues values) => (values.MemberMonths, values.NotAcceptedMonths) switch
    {
        (0, 0) => null,
        (var members, 0) => $"参加された方の申し込みの内容は、期の終わりから{members}か月がたつと、このサイトから消します。{Unless}",
        (0, var others) => $"参加にいたらなかった方の申し込みの内容は、期の終わりから{others}か月がたつと、このサイトから消します。{Unless}",
        var (members, others) => $"申し込みの内容は、期の終わりから、参加された方は{members}か月、参加にいたらなかった方は{others}か月がたつと、このサイトから消します。{Unless}",
    };

    private const string Unless = "ご返金など、手続きが残っているあいだは消しません。受付番号、申し込みの日時と状態、メールを送った日時、入金の記録は、お名前のない形で残ります。";

    private static int Number(Group digits) => digits.Success ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;

    // Years, months, or both: 1年6か月 is one span of eighteen months.
    [GeneratedRegex(@"(?<![0-9])(?:(?<years>[0-9]{1,3}) ?年(?: ?(?<months>[0-9]{1,3}) ?[かカヵケヶ箇]月)?|(?<months>[0-9]{1,3}) ?[かカヵケヶ箇]月)(?![0-9目度])", RegexOptions.CultureInvariant)]
    private static partial Regex Spans();
}
