using System.Text.RegularExpressions;

namespace Shiojiri.CxoLab.Benchmarks;

/// <summary>
/// Walks through the form up to the check page and keeps what its button would send. Every form has its own sealed answers; the
/// cookie and its token are shared, as they are by the forms of one browser.
/// </summary>
internal static partial class FormFiller
{
    private const string Motivation =
        "学生のころに木曽漆器の工房を訪ねてから、塩尻の手仕事がどう続いていくのかを気にかけてきました。仕事では事業会社の経営企画として、"
        + "新しい販路の立ち上げと、現場の人たちと一緒に数字を読む場づくりを続けています。地域の企業の方と半年をともにし、"
        + "外から助言するのではなく、同じ机で課題をほどく経験をしたいと考え、応募しました。";

    /// <param name="from">The number of the first of these people; each number has an address of its own.</param>
    public static List<byte[]> Fill(int port, int count, int? sentTo = null, int from = 0)
    {
        using var client = new WireClient(port);
        var first = client.Ask(Request.Get(port, "/apply"));
        var cookie = first.Header("Set-Cookie")!.Split(';')[0];
        var token = Value(first, "FormToken");
        var forms = new List<byte[]>(count);
        for (var i = from; i < from + count; i++)
        {
            var form = client.Ask(Request.Get(port, "/apply", cookie));
            var check = client.Ask(Request.Post(port, "/apply/confirm", cookie, Filled(Value(form, "Ticket"), token, i)));
            forms.Add(Request.Post(
                sentTo ?? port, "/apply", cookie, [new("answers", Value(check, "answers")), new("FormToken", token)]));
        }

        return forms;
    }

    public static string Address(int number) => $"taro.shiojiri.{number:00000}@example.jp";

    private static KeyValuePair<string, string>[] Filled(string ticket, string token, int number) =>
    [
        new("Name", "塩尻 太郎"),
        new("Kana", "シオジリ タロウ"),
        new("Email", Address(number)),
        new("Phone", "090-0000-0000"),
        new("Residence", "東京都"),
        new("Country", ""),
        new("Occupation", "会社員"),
        new("Attendance[specification-training]", "yes"),
        new("Attendance[field-work]", "undecided"),
        new("Motivation", Motivation),
        new("Skills", ""),
        new("Relation", ""),
        new("HeardFrom", ""),
        new("Consent", "yes"),
        new("Memo", ""),
        new("Ticket", ticket),
        new("FormToken", token),
    ];

    // Tokens are base64url, so nothing in them is escaped.
    private static string Value(Answer page, string name) =>
        Inputs().Matches(page.Text).FirstOrDefault(m => m.Value.Contains($"name=\"{name}\"", StringComparison.Ordinal))?.Groups[1].Value
        ?? throw new InvalidOperationException($"A page ({page.Status}) has no field {name}.");

    [GeneratedRegex("<input[^>]* value=\"([^\"]*)\"[^>]*>")]
    private static partial Regex Inputs();
}
