using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Content;

/// <summary>The order of よくある質問.</summary>
internal sealed class QuestionOrderService(CxoLabDb db, AuditTrail audit, StaffSaveService saves)
{
    private const int Most = 500;

    /// <summary>Changes places with the neighbour above or below; nothing happens at the end of the list.</summary>
    public async Task<SaveOutcome> MoveAsync(string key, string name, bool up, CancellationToken ct)
    {
        var stored = await db.ContentItems.Where(i => i.Kind == ContentKind.Faq).OrderBy(i => i.Id).Take(Most).ToListAsync(ct);
        var order = stored.Select(i => (i.Key, i.Position))
            .Concat(FirstQuestions.All.Where(b => stored.All(i => i.Key != b.Key)).Select(b => (b.Key, b.Position)))
            .OrderBy(i => i.Position).ThenBy(i => i.Key, StringComparer.Ordinal).Select(i => i.Key).ToList();
        var at = order.IndexOf(key);
        var to = at + (up ? -1 : 1);
        if (at < 0)
        {
            return SaveOutcome.NotThere;
        }

        if (to < 0 || to >= order.Count)
        {
            return SaveOutcome.Done;
        }

        (order[at], order[to]) = (order[to], order[at]);
        for (var i = 0; i < order.Count; i++)
        {
            var item = stored.SingleOrDefault(s => s.Key == order[i]) ?? db.Add(new ContentItem(order[i], ContentKind.Faq, 0)).Entity;
            item.MoveTo((i + 1) * BuiltInContent.Step);
        }

        audit.Write(AuditAction.ContentMoved, $"{ContentKind.Faq.Label()}「{name}」", after: new { Place = to + 1 });
        return await saves.SaveFirstAsync(ct);
    }

    /// <summary>Behind all others.</summary>
    public async Task<int> LastAsync(CancellationToken ct) =>
        Math.Max(await db.ContentItems.MaxAsync(i => (int?)i.Position, ct) ?? 0, FirstQuestions.All.Max(b => b.Position)) + BuiltInContent.Step;
}
