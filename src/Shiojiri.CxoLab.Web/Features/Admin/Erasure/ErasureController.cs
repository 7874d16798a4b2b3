using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Erasure;

/// <summary>One person is erased after a look at what goes and what stays, or kept back from being erased by itself.</summary>
[Route("admin/applications/{number:length(10)}/erasure")]
internal sealed class ErasureController(ErasurePageBuilder builder, DeskErasureService service, AccessLog seen) : AdminController
{
    private const string Overtaken = "この画面を開いたあとに、この申し込みが変わりました。まだ何も変えていません。いまの内容を確かめてから、もう一度お試しください。";

    [HttpGet("")]
    [RequiresPermission(Permission.ErasePeople)]
    public Task<IActionResult> Show(string number, CancellationToken ct) => PageAsync(number, page => page, StatusCodes.Status200OK, ct);

    [HttpPost("")]
    [RequiresPermission(Permission.ErasePeople)]
    [RequiresReauthentication]
    public async Task<IActionResult> Erase(string number, string? typed, Guid version, CancellationToken ct)
    {
        if (!ErasurePage.IsNumber(typed, number))
        {
            var error = string.IsNullOrWhiteSpace(typed) ? "受付番号を入力してください" : "受付番号が違います。このページの上にある番号を入力してください";
            return await PageAsync(number, page => page with { TypedNumber = typed, Errors = FieldError.OfOne("typed", error) }, StatusCodes.Status422UnprocessableEntity, ct);
        }

        var result = await service.EraseAsync(number, version, ct);
        switch (result.Outcome)
        {
            case ErasureOutcome.NotThere:
                return NotFound();
            case ErasureOutcome.Done:
                Saved($"個人情報を削除しました。{(result.Stopped > 0 ? $"送信待ちのメール{result.Stopped}通は、送らずに止めました。" : "")}この申し込みについてメールが送られることは、もうありません");
                return LocalRedirect($"/admin/applications/{number}");
            default:
                return await PageAsync(number, page => page with { TypedNumber = typed, Trouble = Trouble(result) }, StatusCodes.Status409Conflict, ct);
        }
    }

    [HttpPost("keeping")]
    [RequiresPermission(Permission.ErasePeople)]
    public async Task<IActionResult> Keep(string number, string? reason, CancellationToken ct)
    {
        var folded = Folding.Line(reason);
        if (TextRule.Fault(folded.Length == 0 ? null : folded, "保留する理由", Application.KeptReasonLimit, "保留する理由を入力してください", lines: false) is { } error)
        {
            return await PageAsync(number, page => page with { TypedReason = reason, Errors = FieldError.OfOne("reason", error) }, StatusCodes.Status422UnprocessableEntity, ct);
        }

        return await KeptAsync(number, folded, "自動で削除しないことにしました（保留）", ct);
    }

    [HttpPost("release")]
    [RequiresPermission(Permission.ErasePeople)]
    public Task<IActionResult> Release(string number, CancellationToken ct) => KeptAsync(number, null, "保留をやめました。自動で削除する前に、もう一度お知らせします", ct);

    private async Task<IActionResult> KeptAsync(string number, string? reason, string words, CancellationToken ct)
    {
        switch (await service.KeepAsync(number, reason, ct))
        {
            case SaveOutcome.NotThere:
                return NotFound();
            case SaveOutcome.Stale:
                return await PageAsync(number, page => page with { TypedReason = reason, Trouble = Overtaken }, StatusCodes.Status409Conflict, ct);
            default:
                Saved(words);
                return LocalRedirect($"/admin/applications/{number}/erasure");
        }
    }

    private static string Trouble(ErasureResult result) => result.Outcome switch
    {
        ErasureOutcome.IsLeaving => "この方へのメールを、いま送っているところです。まだ何も削除していません。数分たってから、もう一度お試しください。",
        ErasureOutcome.Refused => "まだ何も削除していません。先に済ませることがあります。",
        _ => Overtaken,
    };

    private async Task<IActionResult> PageAsync(string number, Func<ErasurePage, ErasurePage> with, int status, CancellationToken ct)
    {
        if (await builder.PageAsync(number, ct) is not { } page)
        {
            return NotFound();
        }

        await seen.SeenAsync(AuditAction.ApplicantViewed, number, new { Page = "erasure" }, ct);
        Response.StatusCode = status;
        return View(nameof(Show), with(page));
    }
}
