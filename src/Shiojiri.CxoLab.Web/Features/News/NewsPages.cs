using System.Globalization;
using Microsoft.AspNetCore.Html;
using Shiojiri.CxoLab.Content;

namespace Shiojiri.CxoLab.Web.Features.News;

internal sealed record NewsHead(string Key, string Title, DateOnly? Day)
{
    public static NewsHead Of(ShownPiece piece) => new(
        piece.Key, piece[ContentField.Title],
        DateOnly.TryParseExact(piece[ContentField.Day], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);
}

internal sealed record NewsPage(NewsHead Head, IHtmlContent Text);
