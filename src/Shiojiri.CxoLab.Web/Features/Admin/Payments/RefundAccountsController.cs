using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Payments;

internal sealed class RefundAccountsController(RefundAccountService service, LedgerPageBuilder builder) : AdminController
{
    [HttpPost("/admin/applications/{number:length(10)}/refund-account")]
    [RequiresPermission(Permission.RecordMoney)]
    [RequiresReauthentication]
    public async Task<IActionResult> Save(string number, [Bind(Prefix = "")] RefundAccountForm form, ApplicantFilter filter, CancellationToken ct)
    {
        ModelState.Clear();
        var folded = form.Folded();
        (await new RefundAccountFormValidator().ValidateAsync(folded, ct)).AddToModelState(ModelState, null);
        var outcome = ModelState.IsValid ? await service.SaveAsync(number, folded, ct) : SaveOutcome.Stale;
        if (outcome == SaveOutcome.Done)
        {
            Saved("お返し先の口座を保存しました");
            return LocalRedirect($"/admin/applications/{number}/payments{filter.Query()}");
        }

        if (outcome == SaveOutcome.NotThere || await builder.PageAsync(number, filter, ct) is not { } page)
        {
            return NotFound();
        }

        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return View(LedgerPageBuilder.View, page with
        {
            Mending = LedgerSection.RefundAccount,
            IsStale = ModelState.IsValid,
            AccountForm = form with { AccountVersion = page.Account?.Version },
            Errors = FieldError.Of(ModelState, RefundAccountFormValidator.Order),
        });
    }
}
