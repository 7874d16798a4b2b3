using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Content;

/// <summary>Finds one piece with its revisions.</summary>
internal sealed class ContentQuery(CxoLabDb db)
{
    /// <summary>More than anybody reads back; what is older stays stored.</summary>
    private const int MostRevisions = 200;

    /// <summary>Tracked, to be written; null when there is none of that key, or it is not one to be written.</summary>
    public async Task<EditedContent?> FindAsync(string? key, CancellationToken ct)
    {
        if (key is null)
        {
            return null;
        }

        var builtIn = BuiltInContent.Find(key);
        var item = key.Length > ContentItem.MaxKey ? null : await db.ContentItems.SingleOrDefaultAsync(i => i.Key == key, ct);
        if (builtIn == FirstQuestions.OfCohort || (item is null && builtIn is null))
        {
            return null;
        }

        List<ContentRevision> revisions = item is null
            ? []
            : await db.ContentRevisions.Where(r => r.ItemId == item.Id).OrderByDescending(r => r.Number).Take(MostRevisions).ToListAsync(ct);
        return new EditedContent(key, builtIn?.Kind ?? item!.Kind, item, builtIn, revisions);
    }

    public static EditedContent New(ContentKind kind) => new($"new/{kind.Word()}", kind, null, null, []);
}
