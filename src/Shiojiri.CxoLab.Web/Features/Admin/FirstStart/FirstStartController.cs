using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.FirstStart;

/// <summary>
/// The first administrator, made by whoever reads the start log. Without the link there is nothing here, on this machine neither: behind a proxy
/// on the same machine everybody seems to come from it.
/// </summary>
internal sealed class FirstStartController(SignInLimiter limiter, FirstStartLinks links, FirstStartService service, StaffSignIn signIn) : SignInAreaController
{
    private const string Way = "first start";

    [HttpGet("/admin/first-start/{key}")]
    public async Task<IActionResult> Show(string key, CancellationToken ct) =>
        limiter.RefuseMail(HttpContext) is not null ? StatusCode(StatusCodes.Status429TooManyRequests)
        : await links.FindAsync(key, ct) is null ? NotFound()
        : View(new FirstStartPage(key, new FirstStartForm(), []));

    [HttpPost("/admin/first-start/{key}")]
    public async Task<IActionResult> Make(string key, [Bind(Prefix = "")] FirstStartForm form, CancellationToken ct)
    {
        var isTooOften = limiter.RefuseMail(HttpContext) is not null;
        if (await links.FindAsync(key, ct) is not { } link)
        {
            return NotFound();
        }

        if (isTooOften)
        {
            return Again(nameof(Show), new FirstStartPage(key, form, [], SignInMessages.TooOften), StatusCodes.Status429TooManyRequests);
        }

        (await new FirstStartFormValidator().ValidateAsync(form, ct)).AddToModelState(ModelState, null);
        if (!ModelState.IsValid)
        {
            return Again(nameof(Show), new FirstStartPage(key, form, FieldError.Of(ModelState, FirstStartFormValidator.Order)));
        }

        if (await service.MakeAsync(link, form, ct) is not { } account)
        {
            return NotFound();
        }

        await signIn.CompleteAsync(HttpContext, account, Way, ct);
        return Redirect(ReturnAddress.Home);
    }
}
