using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.ApplicantList;

internal sealed class ApplicantListController(ApplicantListPageBuilder builder, SavedViews views) : AdminController
{
    [HttpGet("/admin/applications")]
    [RequiresPermission(Permission.Read)]
    public async Task<IActionResult> List(ApplicantFilter filter, CancellationToken ct) =>
        await builder.OpenAsync(filter, ct) is { } page ? View(page)
            : filter.Cohort is null ? View("NoCohort")
            : NotFound();

    [HttpPost("/admin/applications/views")]
    [RequiresPermission(Permission.Read)]
    public async Task<IActionResult> SaveView(SaveViewForm form, CancellationToken ct)
    {
        var filter = ApplicantFilter.Read(form.Query);
        (await new SaveViewFormValidator().ValidateAsync(form, ct)).AddToModelState(ModelState, null);
        if (ModelState.IsValid && !await views.SaveAsync(form.ViewName!, filter, ct))
        {
            ModelState.AddModelError(nameof(SaveViewForm.ViewName), $"保存できる条件は{SavedViews.Most}個までです。使わないものを外してください");
        }

        if (ModelState.IsValid)
        {
            Saved($"条件「{form.ViewName}」を保存しました");
            return Redirect($"/admin/applications{filter.Query()}");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await builder.OpenAsync(filter, ct) is { } page
            ? View(nameof(List), page with { ViewName = form.ViewName, Errors = FieldError.Of(ModelState) })
            : NotFound();
    }

    [HttpPost("/admin/applications/views/removal")]
    [RequiresPermission(Permission.Read)]
    public async Task<IActionResult> RemoveView(string? viewName, string? query, CancellationToken ct)
    {
        await views.RemoveAsync(viewName, ct);
        Saved("保存した条件を外しました");
        return Redirect($"/admin/applications{ApplicantFilter.Read(query).Query()}");
    }
}
