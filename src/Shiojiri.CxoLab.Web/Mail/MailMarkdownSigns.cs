using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>The few signs of Markdown that mean something in a mail.</summary>
internal static partial class MailMarkdownSigns
{
    public static MarkdownPipeline Pipeline()
    {
        var lists = new ListBlockParser();
        lists.ItemParsers.Clear();
        lists.ItemParsers.AddRange([new Points(), new NumberedListItemParser()]);
        var bold = new EmphasisInlineParser { CjkFriendlyEmphasis = true };
        bold.EmphasisDescriptors.Clear();
        bold.EmphasisDescriptors.Add(new EmphasisDescriptor('*', 2, 2, true));

        var builder = new MarkdownPipelineBuilder();
        builder.BlockParsers.Clear();
        builder.BlockParsers.AddRange([new HeadingBlockParser(), lists, new PlainParagraph()]);
        builder.InlineParsers.Clear();
        builder.InlineParsers.AddRange([new BareAddress(), new LinkInlineParser(), bold, new LineBreakInlineParser { EnableSoftAsHard = true }]);
        return builder.Build();
    }

    private sealed class Points : UnorderedListItemParser
    {
        public Points() => OpeningCharacters = ['-', '*'];
    }

    private sealed class PlainParagraph : ParagraphBlockParser
    {
        // A line of hyphens below makes no heading of it.
        public PlainParagraph() => ParseSetextHeadings = false;

        // The inherited one takes "[言葉]: …" for the definition of a link, which would vanish from the mail.
        public override bool Close(BlockProcessor processor, Block block) => true;
    }

    /// <summary>
    /// A bare https:// or mailto: address. Markdig's own needs a blank before it and takes Japanese letters behind it for a part of it:
    /// 「https://example.jp/aをご覧ください」 would lead elsewhere.
    /// </summary>
    private sealed class BareAddress : InlineParser
    {
        public BareAddress() => OpeningCharacters = ['h', 'm'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var rest = slice.AsSpan();
            if (char.IsAsciiLetterOrDigit(slice.PeekCharExtra(-1)) || !Shape().IsMatch(rest))
            {
                return false;
            }

            var address = "";
            foreach (var found in Shape().EnumerateMatches(rest))
            {
                address = rest[..found.Length].ToString();
            }

            if (!IsWhole(address, rest[address.Length..]) || WithoutEnd(address) is not { Length: > 0 } link || !IsAddress(link))
            {
                return false;
            }

            var inline = new LinkInline(link, "") { IsAutoLink = true, IsClosed = true };
            inline.AppendChild(new LiteralInline(link) { IsClosed = true });
            processor.Inline = inline;
            slice.Start += link.Length;
            return true;
        }

        // A placeholder in it is one character that is none, until it is filled in.
        private static bool IsAddress(string link) =>
            Uri.TryCreate(NoCharacter().Replace(link, "0"), UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeMailto ? link.Length > 7 : uri.Host.Length > 0);

        // https://ja.example/wiki/塩尻 goes on where the pattern ends: a link to half of it would lead elsewhere, so there is none.
        private static bool IsWhole(string address, ReadOnlySpan<char> rest) =>
            rest.IsEmpty || !char.IsLetterOrDigit(rest[0]) || address[^1] is not ('/' or '=' or '&' or '?' or '#' or '-' or '_' or '%');

        // A full stop or a bracket behind an address belongs to the sentence.
        private static string WithoutEnd(string address)
        {
            var end = address.Length;
            while (end > 0 && (address[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*'
                || (address[end - 1] == ')' && address.AsSpan(0, end).Count(')') > address.AsSpan(0, end).Count('('))))
            {
                end--;
            }

            return address[..end];
        }
    }

    [GeneratedRegex(@"^(?:https://|mailto:)[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%\uFDD0-\uFDEF]+", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex("[\uFDD0-\uFDEF]")]
    private static partial Regex NoCharacter();
}
