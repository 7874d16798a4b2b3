using Shiojiri.CxoLab.Content;

namespace Shiojiri.CxoLab.Web.Data;

internal static class NewestRevisions
{
    /// <summary>What was saved last of each piece of content, published or not.</summary>
    public static IQueryable<ContentRevision> NewestContent(this CxoLabDb db) =>
        db.ContentRevisions.Where(r => !db.ContentRevisions.Any(later => later.ItemId == r.ItemId && later.Number > r.Number));
}
