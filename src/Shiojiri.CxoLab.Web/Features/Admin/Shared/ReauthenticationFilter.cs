using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <param name="Form">What was to be done; it goes on once the password is right.</param>
internal sealed record ReauthenticationPage(RetainedForm Form, bool IsPost, string? Fault);

/// <summary>
/// Stands before the actions marked <see cref="RequiresReauthenticationAttribute"/>: 15 minutes after the last proof it asks for the password on a
/// page that holds everything that was sent, and lets the action go on with it.
/// </summary>
internal sealed class ReauthenticationFilter(CurrentStaff staff, ReauthenticationService reauthentication, TimeProvider time) : IAsyncResourceFilter
{
    public const string PasswordField = "AgainPassword";

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (staff.IsSignedIn && time.GetUtcNow().UtcDateTime - staff.ConfirmedUtc > Lasts)
        {
            var request = context.HttpContext.Request;
            var password = HttpMethods.IsPost(request.Method) ? request.Form[PasswordField].ToString() : "";
            if (password.Length == 0 || !await reauthentication.ConfirmAsync(password, context.HttpContext.RequestAborted))
            {
                context.Result = Page(context.HttpContext, password.Length == 0 ? null : "パスワードが違います。もう一度お確かめください。");
                return;
            }
        }

        await next();
    }

    private static ViewResult Page(HttpContext context, string? fault)
    {
        var page = new ReauthenticationPage(RetainedForm.Of(context.Request, StatusCodes.Status403Forbidden), HttpMethods.IsPost(context.Request.Method), fault);
        context.Response.Headers.CacheControl = "no-store";
        return new ViewResult
        {
            ViewName = "~/Features/Admin/Shared/Reauthentication.cshtml",
            StatusCode = fault is null ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity,
            ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = page },
        };
    }
}

/// <summary>Puts the filter before those actions alone: no other request pays for making it.</summary>
internal sealed class ReauthenticationConvention : IActionModelConvention
{
    public void Apply(ActionModel action)
    {
        if (action.Attributes.OfType<RequiresReauthenticationAttribute>().Any())
        {
            action.Filters.Add(new TypeFilterAttribute<ReauthenticationFilter>());
        }
    }
}

/// <summary>Takes the proof of whoever is signed in.</summary>
internal sealed class ReauthenticationService(CxoLabDb db, CurrentStaff staff, SignInGuard guard, StaffSessions sessions, AuditTrail audit)
{
    public async Task<bool> ConfirmAsync(string? password, CancellationToken ct)
    {
        var id = staff.AccountId;
        var account = await db.StaffAccounts.SingleAsync(a => a.Id == id, ct);
        if (!await guard.CheckPasswordAsync(account, password, "confirmation", ct))
        {
            return false;
        }

        audit.Write(AuditAction.ConfirmedAgain, "");
        await sessions.ConfirmAsync(staff.Principal.FindFirst(CurrentStaff.SessionClaim)!.Value, ct);
        await db.SaveChangesAsync(ct);
        return true;
    }
}
