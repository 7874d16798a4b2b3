using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Decisions;

/// <summary>What was chosen is looked through together with the very mails, carried out together, and its mails can be stopped for a while.</summary>
internal sealed class DecisionBatchesController(
    DecisionBatchService service, DecisionCheckPageBuilder builder, DecidedQuery decided, DecisionMailService mails, AccessLog seen) : AdminController
{
    private const string Prepared = "/admin/decisions";
    private const string CheckView = "~/Features/Admin/Decisions/Check.cshtml";
    private const string DecidedView = "~/Features/Admin/Decisions/Decided.cshtml";

    [HttpGet("/admin/decisions/check")]
    [RequiresPermission(Permission.Decide)]
    public IActionResult CheckAgain() => LocalRedirect(Prepared);

    /// <param name="mails">"open" folds all mails out.</param>
    [HttpPost("/admin/decisions/check")]
    [RequiresPermission(Permission.Decide)]
    public async Task<IActionResult> Check(string?[] numbers, [FromQuery] string? mails, CancellationToken ct)
    {
        var chosen = numbers.Where(ApplicationNumber.IsValid).OfType<string>().Distinct().Take(DecisionDraftQuery.MostAtOnce).ToList();
        if (chosen.Count == 0)
        {
            Saved("決めるものを1件以上選んでください");
            return LocalRedirect(Prepared);
        }

        return await CheckedAsync(chosen, null, mails == "open", ct);
    }

    /// <param name="shown">What the last check page showed, protected: without it nothing is done.</param>
    [HttpPost("/admin/decisions/application")]
    [RequiresPermission(Permission.Decide)]
    public async Task<IActionResult> Apply(string? shown, CancellationToken ct)
    {
        if (builder.Open(shown) is not { Proofs.Count: > 0 } meant)
        {
            Saved("まだ何も決まっていません。名前とメールを確かめる画面から、もう一度お進みください");
            return LocalRedirect(Prepared);
        }

        // The same page sent twice: done once, and both see what was done.
        return await service.CarryOutAsync(meant, ct) || await decided.FindAsync(meant.Batch, ct) is not null
            ? LocalRedirect($"{Prepared}/{meant.Batch}")
            : await CheckedAsync(meant.Proofs.Keys, meant, false, ct);
    }

    [HttpGet("/admin/decisions/{batch:guid}")]
    [RequiresPermission(Permission.Decide)]
    public async Task<IActionResult> Decided(Guid batch, CancellationToken ct)
    {
        if (await decided.FindAsync(batch, ct) is not { } page)
        {
            return NotFound();
        }

        await seen.SeenAsync(AuditAction.ListViewed, "", new { Page = "decided", Shown = page.Rows.Count }, ct);
        return View(DecidedView, page);
    }

    /// <param name="mail">One of its mails; all of them when it is missing.</param>
    [HttpPost("/admin/decisions/{batch:guid}/stopping")]
    [RequiresPermission(Permission.Decide)]
    public async Task<IActionResult> Stop(Guid batch, Guid? mail, CancellationToken ct)
    {
        if (await mails.StopAsync(batch, mail, ct) is not { } stopped)
        {
            return NotFound();
        }

        Saved(stopped.Words);
        return LocalRedirect($"{Prepared}/{batch}");
    }

    private async Task<IActionResult> CheckedAsync(IReadOnlyCollection<string> numbers, ShownDecisions? before, bool open, CancellationToken ct)
    {
        await seen.SeenAsync(AuditAction.ListViewed, "", new { Page = "decision-check", Shown = numbers.Count }, ct);
        var page = await builder.PageAsync(numbers, before, ct) with { IsOpen = open };
        Response.StatusCode = page.Stale.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status200OK;
        return View(CheckView, page);
    }
}
