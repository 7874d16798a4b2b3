using System.Text;
using Shiojiri.CxoLab.Settings;

namespace Shiojiri.CxoLab.Mail;

/// <summary>
/// The body of a mail, written once and rendered twice: plain text and HTML say the same things in the same order. All text that
/// comes in is inert in the HTML.
/// </summary>
internal sealed class Letter(string title, string preheader, LinkedText? links = null)
{
    private const string Sans = "font-family:'Hiragino Sans','Hiragino Kaku Gothic ProN','Noto Sans JP',Meiryo,sans-serif;";
    private const string Mincho = "font-family:'Hiragino Mincho ProN','Yu Mincho','Noto Serif JP',serif;";

    private const string TitleEnd = "</h1></td></tr>\n";

    private readonly LinkedText _links = links ?? LinkedText.None;
    private readonly StringBuilder _text = new();
    private readonly List<Func<Palette, string>> _rows = [];

    public Letter Paragraph(string paragraph)
    {
        _text.Append(paragraph).Append("\n\n");
        Row($"""<p style="margin:0;font-size:16px;line-height:1.8;">{Lines(paragraph)}</p>""", "14px 24px 0");
        return this;
    }

    public Letter Heading(string heading)
    {
        _text.Append("■ ").Append(heading).Append('\n');
        Row($"""<h2 style="margin:0;{Mincho}font-size:19px;line-height:1.5;font-weight:600;">{Escape(heading)}</h2>""", "28px 24px 0");
        return this;
    }

    /// <summary>The one thing to remember, large.</summary>
    public Letter Emphasis(string label, string value)
    {
        _text.Append(label).Append(": ").Append(value).Append("\n\n");
        Row(
            colours => $"""<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:{colours.MainTint};border-radius:8px;"><tr><td align="center" style="padding:16px;font-size:14px;line-height:1.6;color:{colours.Main};">{Escape(label)}<br><span style="font-size:24px;font-weight:700;letter-spacing:1px;">{Escape(value)}</span></td></tr></table>""",
            "20px 24px 0");
        return this;
    }

    public Letter Facts(params (string Label, string Value)[] facts)
    {
        foreach (var (label, value) in facts)
        {
            _text.Append(label).Append(": ").Append(value.Replace("\n", "\n  ", StringComparison.Ordinal)).Append('\n');
        }

        _text.Append('\n');
        var rows = string.Concat(facts.Select((f, i) =>
        {
            var line = i == 0 ? "" : "border-top:1px solid #e0b978;";
            return $"""<tr><th scope="row" align="left" valign="top" style="padding:10px 12px 10px 0;{line}font-size:15px;line-height:1.7;white-space:nowrap;">{Escape(f.Label)}</th><td style="padding:10px 0;{line}font-size:16px;line-height:1.7;">{Lines(f.Value)}</td></tr>""";
        }));
        Row(
            $"""<table width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#fdf1dc;border:1px solid #e0b978;border-radius:8px;"><tr><td style="padding:6px 16px 10px;"><table width="100%" cellpadding="0" cellspacing="0" border="0">{rows}</table></td></tr></table>""",
            "14px 24px 0");
        return this;
    }

    public Letter Steps(params IEnumerable<string> steps) => Steps([.. steps.Select((text, i) => new Step($"{i + 1}", text))]);

    public Letter Steps(IReadOnlyList<Step> steps)
    {
        foreach (var step in steps)
        {
            _text.Append(step.Typed).Append(". ").Append(step.Text).Append('\n');
        }

        _text.Append('\n');
        var items = string.Concat(steps.Select((s, i) =>
            $"""<li{(i > 0 && s.Number != steps[i - 1].Number + 1 ? $" value=\"{s.Number}\"" : "")} style="padding:0 0 6px;">{Lines(s.Text)}</li>"""));
        var start = steps[0].Number == 1 ? "" : $" start=\"{steps[0].Number}\"";
        Row($"""<ol{start} style="margin:0;padding:0 0 0 1.4em;font-size:16px;line-height:1.8;">{items}</ol>""", "10px 24px 0");
        return this;
    }

    public Letter Link(string label, string url)
    {
        _text.Append(label).Append('\n').Append(url).Append("\n\n");
        Row(
            colours => $"""<a href="{Escape(url)}" style="display:inline-block;padding:13px 24px;border:1px solid {colours.Main};border-radius:8px;font-size:16px;font-weight:700;line-height:1.4;color:{colours.Main};text-decoration:none;">{Escape(label)}</a>""",
            "20px 24px 0");
        return this;
    }

    /// <summary>Closes with the office's name and address.</summary>
    public MailBody Signed(OfficeDetails office)
    {
        var contact = office.Phone is null ? office.ContactEmail : $"{office.ContactEmail} / {office.Phone}";
        var (programme, colours) = (office.Programme, office.Programme.Palette);
        (string Label, string Names)[] runners =
        [
            .. programme.Host is { } host ? new[] { ("主催", host) } : [],
            .. programme.PartnerList.Count > 0 ? new[] { ("協働運営", string.Join('、', programme.PartnerList.Select(p => p.Name))) } : [],
        ];
        _text.Append("-- \n").Append(programme.OfficeName).Append("\nお問い合わせ: ").Append(contact).Append('\n')
            .Append(string.Concat(runners.Select(r => $"{r.Label}: {r.Names}\n")));
        Row(
            $"""<p style="margin:0;font-size:14px;line-height:1.8;color:#5c524a;">{Escape(programme.OfficeName)}<br>お問い合わせ {Escape(contact)}{(runners.Length > 0 ? "<br>" : "")}{string.Join(" / ", runners.Select(r => Escape($"{r.Label} {r.Names}")))}</p>""",
            "24px 24px 28px");
        var html =
            $"""
            <!doctype html>
            <html lang="ja">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light"><title>{Escape(title)}</title></head>
            <body style="margin:0;padding:0;background:#f4ece0;color:#2a2421;{Sans}">
            <div style="display:none;max-height:0;overflow:hidden;">{Escape(preheader)}</div>
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f4ece0;"><tr><td align="center" style="padding:24px 12px;">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;background:#ffffff;border:1px solid #e3d9ca;border-radius:12px;">
            <tr><td style="background:{colours.Main};height:6px;font-size:0;line-height:0;border-radius:12px 12px 0 0;">&nbsp;</td></tr>
            <tr><td style="padding:24px 24px 0;{Mincho}font-size:19px;font-weight:600;">{Escape(programme.Title)} <span style="{Sans}font-size:13px;font-weight:400;color:#5c524a;">{Escape(programme.Place ?? "")}</span></td></tr>
            <tr><td style="padding:20px 24px 0;"><h1 style="margin:0;{Mincho}font-size:24px;line-height:1.5;font-weight:600;">{Escape(title)}</h1></td></tr>
            {Rows(colours)}</table>
            </td></tr></table>
            </body>
            </html>

            """;
        return new MailBody(_text.ToString(), html.ReplaceLineEndings("\n"));
    }

    /// <summary>The same mail with a paragraph more, before all others.</summary>
    public static MailBody WithPreface(MailBody body, string preface)
    {
        var first = new Letter("", "", LinkedText.Of(preface)).Paragraph(preface);

        // No text that comes in can look like this: it would be escaped.
        var at = body.Html.IndexOf(TitleEnd, StringComparison.Ordinal);
        return new MailBody(first._text + body.Text, body.Html.Insert(at < 0 ? 0 : at + TitleEnd.Length, first.Rows(Palette.BuiltIn)));
    }

    private void Row(string content, string padding) => Row(_ => content, padding);

    private void Row(Func<Palette, string> content, string padding) => _rows.Add(colours => $"<tr><td style=\"padding:{padding};\">{content(colours)}</td></tr>\n");

    private string Rows(Palette colours) => string.Concat(_rows.Select(row => row(colours)));

    private string Lines(string text) => _links.Html(text);

    private static string Escape(string text) => LinkedText.Escape(text);
}

/// <summary>What a mail says, as plain text and as HTML.</summary>
public sealed record MailBody(string Text, string Html);
