using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Decisions;

/// <summary>Decisions are prepared and dropped here; until they are carried out nobody outside knows of them.</summary>
internal sealed class DecisionsController(DecisionService service, BatchPageBuilder builder, AccessLog seen) : AdminController
{
    [HttpGet("/admin/decisions")]
    [RequiresPermission(Permission.Decide)]
    public async Task<IActionResult> Batch(CancellationToken ct)
    {
        await seen.SeenAsync(AuditAction.ListViewed, "", new { Page = "decisions" }, ct);
        return View(await builder.PageAsync(ct));
    }

    [HttpPost("/admin/decisions")]
    [RequiresPermission(Permission.Decide)]
    public async Task<IActionResult> Prepare(string?[] numbers, ApplicationStatus? to, string? back, CancellationToken ct)
    {
        var chosen = numbers.Where(ApplicationNumber.IsValid).OfType<string>().Distinct().Take(DecisionDraftQuery.MostAtOnce).ToList();
        if (to is not { } decision || chosen.Count == 0)
        {
            Saved("申込者を選んでから、状態を選んでください");
            return LocalRedirect($"/admin/applications{Query(back)}");
        }

        var (prepared, refused) = await service.PrepareAsync(chosen, decision, ct);
        Saved(refused.Count == 0
            ? $"{prepared}件を「{decision.Label()}」にする準備をしました。まだ決まっていません"
            : $"{prepared}件を「{decision.Label()}」にする準備をしました。{refused.Count}件は、いまの状態からは「{decision.Label()}」にできません（{string.Join("、", refused.Take(5).Select(ApplicationNumber.Grouped))}{(refused.Count > 5 ? " ほか" : "")}）");
        return prepared == 0 ? LocalRedirect($"/admin/applications{Query(back)}") : RedirectToAction(nameof(Batch));
    }

    [HttpPost("/admin/applications/{number:length(10)}/decision")]
    [RequiresPermission(Permission.Decide)]
    public async Task<IActionResult> PrepareOne(string number, ApplicationStatus? to, Guid version, string? back, CancellationToken ct)
    {
        switch (to is { } decision ? await service.PrepareOneAsync(number, decision, version, ct) : SaveOutcome.Stale)
        {
            case SaveOutcome.NotThere:
                return NotFound();
            case SaveOutcome.Stale:
                Response.StatusCode = StatusCodes.Status409Conflict;
                return View("Stale", number);
            default:
                Saved($"「{to!.Value.Label()}」にする準備をしました。まだ決まっていません");
                return IsRanking(back) ? LocalRedirect(back!) : RedirectToAction(nameof(Batch));
        }
    }

    [HttpPost("/admin/decisions/{number:length(10)}/undoing")]
    [RequiresPermission(Permission.Decide)]
    public async Task<IActionResult> Undo(string number, Dictionary<string, Guid> versions, CancellationToken ct)
    {
        switch (await service.UndoAsync(number, versions.GetValueOrDefault(number), ct))
        {
            case SaveOutcome.NotThere:
                return NotFound();
            case SaveOutcome.Stale:
                Response.StatusCode = StatusCodes.Status409Conflict;
                return View(nameof(Batch), await builder.PageAsync(ct) with { Stale = [new(number, null, "いまは、ほかの人の準備か、別の内容の準備です。やめられるのは自分の準備だけです")] });
            default:
                Saved("準備をやめました");
                return RedirectToAction(nameof(Batch));
        }
    }

    // Whoever compares people goes on comparing.
    private bool IsRanking(string? back) => back?.Split('?')[0] == "/admin/reviews/ranking" && Url.IsLocalUrl(back);

    // Read and written anew: what comes back may be anything.
    private static string Query(string? back) => back is ['?', ..] ? ApplicantFilter.Read(back).Query() : "";
}
