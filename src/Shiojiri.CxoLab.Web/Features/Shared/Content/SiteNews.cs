namespace Shiojiri.CxoLab.Web.Features.Shared.Content;

/// <summary>What the frame of every public page says of news (お知らせ).</summary>
/// <param name="Notice">The line over every page; null when there is none now.</param>
/// <param name="NoticeKey">The news that it belongs to.</param>
/// <param name="IsPreview">The page shows a draft to somebody of the staff.</param>
internal sealed record SiteNews(bool HasAny, string? Notice, string? NoticeKey, bool IsPreview)
{
    public const string Key = "SiteNews";
}
