using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.Guarding;

namespace Shiojiri.CxoLab.Web.Features.Inquiries;

/// <summary>
/// お問い合わせ. The global token filter stands aside (it answers an empty 400); the post asks <see cref="FormGuard"/> first, which
/// refuses with the page itself, so that nothing typed is lost.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class InquiriesController(InquiryPageBuilder builder, FormGuard guard, InquiryService service) : Controller
{
    [HttpGet("/contact")]
    public IActionResult Contact() => Form(builder.First(), StatusCodes.Status200OK);

    [HttpPost("/contact")]
    public async Task<IActionResult> Send([Bind(Prefix = "")] InquiryForm form, CancellationToken ct)
    {
        var ticket = builder.Ticket(form);
        var notice = await guard.RefuseStepAsync(HttpContext)
            ?? (ticket is null ? FormNotice.Expired : guard.IsFilledByProgram(form.Memo, HttpContext) ? FormNotice.HiddenField : null);
        if (notice is not null)
        {
            return Again(form, notice);
        }

        var folded = form.Folded();
        if (!IsValid(folded))
        {
            return Form(builder.Page(form, null, FieldError.Of(ModelState, InquiryFormValidator.Order)), StatusCodes.Status422UnprocessableEntity);
        }

        return await StoreAsync(folded, ticket!, ct);
    }

    [HttpGet("/contact/sent")]
    public IActionResult Sent() => View(builder.Contact);

    private async Task<IActionResult> StoreAsync(InquiryForm folded, FormTicket ticket, CancellationToken ct)
    {
        try
        {
            var draft = folded.ToDraft(ticket.Key);
            if (!await service.IsStoredAsync(draft, ct))
            {
                if (await guard.RefuseInquiryAsync(HttpContext) is { } notice)
                {
                    return Again(folded, notice);
                }

                await guard.HoldAsync(ticket, builder.UtcNow, ct);
                await service.StoreAsync(draft, ct);
            }
        }
        catch (Exception trouble) when (DatabaseTrouble.Is(trouble))
        {
            return Again(folded, builder.Unavailable(trouble, HttpContext.TraceIdentifier));
        }

        return RedirectToAction(nameof(Sent));
    }

    private bool IsValid(InquiryForm folded)
    {
        ModelState.Clear();
        var result = new InquiryFormValidator().Validate(folded);
        result.AddToModelState(ModelState, null);
        if (!result.IsValid)
        {
            guard.LogFaults(result.Errors.Count, HttpContext);
        }

        return result.IsValid;
    }

    private ViewResult Again(InquiryForm typed, FormNotice notice) => Form(builder.Page(typed, notice, []), notice.Status);

    private ViewResult Form(InquiryPage page, int status)
    {
        Response.StatusCode = status;
        BackButton.KeepsWhatWasTyped(Response);
        return View("Contact", page);
    }
}
