using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Content;

/// <summary>The order of questions, projects, organisations and whatever else staff order.</summary>
internal sealed class ContentOrderService(CxoLabDb db, AuditTrail audit, StaffSaveService saves)
{
    private const int Most = 500;

    /// <summary>Changes places with the neighbour above or below, of a project with that of its year; nothing happens at the end of the list.</summary>
    public async Task<SaveOutcome> MoveAsync(ContentKind kind, string key, string name, bool up, CancellationToken ct)
    {
        var builtIn = BuiltInContent.All.Where(b => b.Kind == kind).ToList();
        var stored = await db.ContentItems.Where(i => i.Kind == kind).OrderBy(i => i.Id).Take(Most).ToListAsync(ct);
        var order = stored.Select(i => (i.Key, i.Position))
            .Concat(builtIn.Where(b => stored.All(i => i.Key != b.Key)).Select(b => (b.Key, b.Position)))
            .OrderBy(i => i.Position).ThenBy(i => i.Key, StringComparer.Ordinal).Select(i => i.Key).ToList();
        var at = order.IndexOf(key);
        if (at < 0)
        {
            return SaveOutcome.NotThere;
        }

        var years = kind == ContentKind.Project ? await YearsAsync(stored, builtIn, ct) : [];
        if (RowOrder.Move(order, at, up, other => years.GetValueOrDefault(other) == years.GetValueOrDefault(key)) is not { } place)
        {
            return SaveOutcome.Done;
        }

        for (var i = 0; i < order.Count; i++)
        {
            var item = stored.SingleOrDefault(s => s.Key == order[i]) ?? db.Add(new ContentItem(order[i], kind, 0)).Entity;
            item.MoveTo((i + 1) * BuiltInContent.Step);
        }

        audit.Write(AuditAction.ContentMoved, kind.Label() + Quotation.Of(name), after: new { Place = place });
        return await saves.SaveFirstAsync(ct);
    }

    /// <summary>Behind all others.</summary>
    public async Task<int> LastAsync(CancellationToken ct) =>
        Math.Max(await db.ContentItems.MaxAsync(i => (int?)i.Position, ct) ?? 0, BuiltInContent.All.Max(b => b.Position)) + BuiltInContent.Step;

    // As the list at the desk groups them: by what was saved last.
    private async Task<Dictionary<string, string?>> YearsAsync(List<ContentItem> stored, List<BuiltInContent> builtIn, CancellationToken ct)
    {
        var newest = await db.NewestContent().AsNoTracking()
            .Where(r => db.ContentItems.Any(i => i.Id == r.ItemId && i.Kind == ContentKind.Project))
            .OrderBy(r => r.Id).Take(Most).ToDictionaryAsync(r => r.ItemId, ct);
        var years = builtIn.ToDictionary(b => b.Key, b => b.Fields.GetValueOrDefault(ContentField.Year), StringComparer.Ordinal);
        foreach (var item in stored)
        {
            years[item.Key] = newest.GetValueOrDefault(item.Id)?.Read().GetValueOrDefault(ContentField.Year) ?? years.GetValueOrDefault(item.Key);
        }

        return years;
    }
}
