using System.Globalization;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Projects;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>The content that one request shows: what is public at its moment, and in a preview one draft in place of what is public.</summary>
internal sealed class ShownContent(SiteContent content, ProgrammeClock clock)
{
    private readonly DateTime _now = clock.UtcNow;

    /// <summary>What a preview shows in place of what is public; null on every address of the public.</summary>
    public ShownPiece? Draft { get; set; }

    /// <summary>The words of a text that has its fixed place on a page; null when it is taken down.</summary>
    public ShownPiece? Text(BuiltInContent block) =>
        Draft?.Key == block.Key ? Draft
        : content.Find(block.Key, _now) ?? (block.WhenTakenDown is null ? new ShownPiece(block.Key, block.Kind, block.Position, block.Fields) : null);

    /// <summary>The pieces of a kind that staff order, in their order.</summary>
    public IReadOnlyList<ShownPiece> Of(ContentKind kind) => WithDraft(kind);

    /// <summary>Newest year first.</summary>
    public IReadOnlyList<PastProject> Projects => [.. WithDraft(ContentKind.Project).Select(PastProject.Of).OrderByDescending(p => p.FiscalYear)];

    /// <summary>Newest day first.</summary>
    public IReadOnlyList<ShownPiece> News => [.. WithDraft(ContentKind.News).OrderByDescending(n => n[ContentField.Day], StringComparer.Ordinal).ThenByDescending(n => n.Position)];

    /// <summary>The newest news whose line is to stand over every page now; null when there is none.</summary>
    public ShownPiece? Notice => News.FirstOrDefault(n => n[ContentField.Notice].Length > 0 && _now < NoticeEnds(n.Fields));

    private IReadOnlyList<ShownPiece> WithDraft(ContentKind kind)
    {
        var shown = content.Of(kind, _now);
        return Draft?.Kind == kind ? [.. shown.Where(p => p.Key != Draft.Key).Append(Draft).OrderBy(p => p.Position)] : shown;
    }

    /// <summary>When the line of a piece of news is no longer to stand over the pages.</summary>
    public static DateTime NoticeEnds(IReadOnlyDictionary<string, string?> news) =>
        !DateOnly.TryParseExact(news.GetValueOrDefault(ContentField.NoticeOn), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? DateTime.MaxValue
            : TimeOnly.TryParseExact(news.GetValueOrDefault(ContentField.NoticeAt), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? JapanTime.ToUtc(day, at)
            : JapanTime.EndOf(day);
}
