using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Status;

/// <summary>What changes one applicant's status at once: taking a decision back, and offering a place that fell free.</summary>
[Route("admin/applications/{number:length(10)}")]
internal sealed class StatusController(StatusService service, AccessLog seen) : AdminController
{
    [HttpGet("taking-back")]
    [RequiresPermission(Permission.Decide)]
    public async Task<IActionResult> AskTakingBack(string number, ApplicantFilter filter, CancellationToken ct)
    {
        if (await service.FindAsync(number, ct) is not { } application)
        {
            return NotFound();
        }

        if (!application.Status.IsDecision())
        {
            return LocalRedirect($"/admin/applications/{number}{filter.Query()}");
        }

        await seen.SeenAsync(AuditAction.ApplicantViewed, number, new { Page = "taking-back" }, ct);
        return View("TakingBack", new TakingBackForm(application, filter.Query()) { IsTold = await service.IsToldAsync(application, ct) });
    }

    [HttpPost("taking-back")]
    [RequiresPermission(Permission.Decide)]
    public async Task<IActionResult> TakeBack(string number, Guid version, string? reason, string? correction, ApplicantFilter filter, CancellationToken ct)
    {
        var (why, tells) = (Folding.Line(reason) ?? "", correction == "yes");
        var error = why.Length == 0 ? "取り消す理由を入力してください"
            : Folding.Length(why) > StatusChange.ReasonLimit ? $"取り消す理由は{StatusChange.ReasonLimit}文字までで入力してください"
            : null;
        var outcome = error is null ? await service.TakeBackAsync(number, version, why, tells, ct) : StatusOutcome.Done;
        error ??= Error(outcome);
        return error is null
            ? Answer(outcome, number, filter, outcome == StatusOutcome.DoneUntold ? "決定を取り消しました。まだお知らせしていなかったので、取り消しのメールは送りません"
                : tells ? "決定を取り消し、お知らせを取り消すメールをお送りします" : "決定を取り消しました")
            : await AgainAsync(number, form => form with { Reason = reason, WithCorrection = tells, Error = error }, outcome, filter, ct);
    }

    [HttpPost("place")]
    [RequiresPermission(Permission.Decide)]
    public async Task<IActionResult> OfferPlace(string number, Guid version, ApplicantFilter filter, CancellationToken ct)
    {
        var outcome = await service.OfferPlaceAsync(number, version, ct);
        return Answer(outcome, number, filter, outcome == StatusOutcome.DoneUntold
            ? "席を取りました。メールアドレスがない方なので、お電話でお知らせください"
            : "席を取り、ご案内のメールをお送りします");
    }

    private static string? Error(StatusOutcome outcome) => outcome switch
    {
        StatusOutcome.IsLeaving => "お知らせのメールをいま送っているところです。数分たってから、もう一度お試しください",
        StatusOutcome.HasAppliedAgain => "この方は、そのあとにもう一度申し込んでいます。新しい申し込みのほうを使ってください",
        StatusOutcome.Done or StatusOutcome.DoneUntold or StatusOutcome.NotThere or StatusOutcome.Stale => null,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    private IActionResult Answer(StatusOutcome outcome, string number, ApplicantFilter filter, string done)
    {
        switch (outcome)
        {
            case StatusOutcome.NotThere:
                return NotFound();
            case StatusOutcome.Done or StatusOutcome.DoneUntold:
                Saved(done);
                return LocalRedirect($"/admin/applications/{number}{filter.Query()}");
            default:
                Response.StatusCode = StatusCodes.Status409Conflict;
                return View("Stale", number);
        }
    }

    private async Task<IActionResult> AgainAsync(
        string number, Func<TakingBackForm, TakingBackForm> with, StatusOutcome outcome, ApplicantFilter filter, CancellationToken ct)
    {
        if (await service.FindAsync(number, ct) is not { } application)
        {
            return NotFound();
        }

        Response.StatusCode = outcome == StatusOutcome.Done ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
        return View("TakingBack", with(new TakingBackForm(application, filter.Query()) { IsTold = await service.IsToldAsync(application, ct) }));
    }
}
