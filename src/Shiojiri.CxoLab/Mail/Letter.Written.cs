namespace Shiojiri.CxoLab.Mail;

internal sealed partial class Letter
{
    /// <summary>What staff wrote. Of it only words come in, and addresses that <see cref="LinkAddress"/> lets through: every element is made here.</summary>
    public Letter Write(IEnumerable<TextBlock> written)
    {
        foreach (var part in written)
        {
            _ = part switch
            {
                TextBlock.Paragraph(var spans) => Paragraph(spans),
                TextBlock.Heading(var spans) => Heading(spans),
                TextBlock.Items(var items) => Items(items),
                _ => throw new InvalidOperationException($"{part.GetType().Name} is no part of a mail."),
            };
        }

        return this;
    }

    private Letter Paragraph(IReadOnlyList<TextSpan> spans)
    {
        _text.Append(Words(spans)).Append("\n\n");
        Row($"""<p style="margin:0;font-size:16px;line-height:1.8;">{Html(spans)}</p>""", "14px 24px 0");
        return this;
    }

    private Letter Heading(IReadOnlyList<TextSpan> spans)
    {
        _text.Append("■ ").Append(Words(spans)).Append('\n');
        Row($"""<h2 style="margin:0;{Mincho}font-size:19px;line-height:1.5;font-weight:600;">{Html(spans)}</h2>""", "28px 24px 0");
        return this;
    }

    private Letter Items(IReadOnlyList<TextItem> items)
    {
        foreach (var item in items)
        {
            _text.Append(item.Sign).Append(' ').Append(Words(item.Spans)).Append('\n');
        }

        _text.Append('\n');
        var rows = string.Concat(items.Select((item, i) =>
            $"""<li{(i > 0 && item.Number != items[i - 1].Number + 1 ? $" value=\"{item.Number}\"" : "")} style="padding:0 0 6px;">{Html(item.Spans)}</li>"""));
        var (list, start) = items[0].Number is { } first ? ("ol", first == 1 ? "" : $" start=\"{first}\"") : ("ul", "");
        Row($"""<{list}{start} style="margin:0;padding:0 0 0 1.4em;font-size:16px;line-height:1.8;">{rows}</{list}>""", "10px 24px 0");
        return this;
    }

    // A link of several spans tells its address once, behind the last.
    private static string Words(IReadOnlyList<TextSpan> spans) => string.Concat(spans.Select((span, i) =>
        span.Address is not { } address || span.Words == address || LinkAddress.Readable(address) == span.Words || (i + 1 < spans.Count && spans[i + 1].Address == address)
            ? span.Words
            : $"{span.Words}（{LinkAddress.Readable(address)}）"));

    private static string Html(IReadOnlyList<TextSpan> spans) => string.Concat(spans.Select(span =>
    {
        var words = span.IsStrong ? $"<strong>{Lines(span.Words)}</strong>" : Lines(span.Words);
        return span.Address is { } address && LinkAddress.IsHarmless(address)
            ? $"""<a href="{Escape(address)}" style="color:#5b2346;overflow-wrap:anywhere;">{words}</a>"""
            : words;
    }));
}
