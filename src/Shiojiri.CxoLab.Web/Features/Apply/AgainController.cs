using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.Guarding;

namespace Shiojiri.CxoLab.Web.Features.Apply;

/// <param name="Email">As typed.</param>
/// <param name="Notice">Why the page is shown again although the address is in order.</param>
/// <param name="Errors">What is wrong with the address.</param>
internal sealed record AgainPage(string? Email, FormNotice? Notice, IReadOnlyList<FieldError> Errors);

/// <summary>The number and the way to pay once more by mail (メールが届かないとき). Whoever asks learns nothing of whether anybody has applied.</summary>
[Route("apply/again")]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AgainController(FormGuard guard, StatusSummaryService service) : Controller
{
    [HttpGet("")]
    public IActionResult Again() => Form(new AgainPage(null, null, []), StatusCodes.Status200OK);

    [HttpPost("")]
    public async Task<IActionResult> Ask(string? email, CancellationToken ct)
    {
        if (await guard.RefuseSummaryAsync(HttpContext) is { } notice)
        {
            return Form(new AgainPage(email, notice, []), notice.Status);
        }

        if (new AgainFormValidator().Validate(new AgainForm(email)) is { IsValid: false } faults)
        {
            return Form(new AgainPage(email, null, FieldError.OfOne("Email", faults.Errors[0].ErrorMessage)), StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            EmailAddress.TryParse(email, out var address);
            await service.AskAsync(address, ct);
        }
        catch (Exception trouble) when (DatabaseTrouble.Is(trouble))
        {
            return Form(new AgainPage(email, FormNotice.Unavailable, []), FormNotice.Unavailable.Status);
        }

        return RedirectToAction(nameof(Sent));
    }

    [HttpGet("sent")]
    public IActionResult Sent() => View("~/Features/Apply/AgainSent.cshtml");

    private ViewResult Form(AgainPage page, int status)
    {
        Response.StatusCode = status;
        return View("~/Features/Apply/Again.cshtml", page);
    }
}
