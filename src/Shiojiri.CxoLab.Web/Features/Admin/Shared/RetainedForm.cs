using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>A form that could not be taken now, and what was typed into it.</summary>
/// <param name="Fields">All fields but secrets, repeated ones too.</param>
/// <param name="IsWhole">Whether nothing had to be left out.</param>
/// <param name="Status">401 without a sign-in, 400 without a good token, 503 while the database takes nothing, 500 when it can't until somebody mends it.</param>
internal sealed record RetainedForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields, bool IsWhole, int Status)
{
    public const string TokenField = "FormToken";

    private const string View = "~/Features/Admin/Shared/Retained.cshtml";

    public static RetainedForm Of(HttpRequest request, int status)
    {
        var all = request.HasFormContentType && !ComesFromElsewhere(request)
            ? request.Form.SelectMany(f => f.Value.Select(value => KeyValuePair.Create(f.Key, value ?? ""))).Where(f => f.Key is not (TokenField or ReauthenticationFilter.PasswordField)).ToList()
            : [];
        var kept = all.Where(f => !IsSecret(f.Key)).ToList();
        return new RetainedForm($"{request.Path}{request.QueryString}", kept, kept.Count == all.Count && !ComesFromElsewhere(request), status);
    }

    public static ViewResult Page(HttpContext context, int status)
    {
        var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = Of(context.Request, status) };
        context.Response.Headers.CacheControl = "no-store";
        return new ViewResult { ViewName = View, ViewData = data, StatusCode = status };
    }

    /// <summary>Shows the page from where no controller is: the answer to a form without a sign-in, or while the database is away.</summary>
    public static Task AnswerAsync(HttpContext context, int status)
    {
        var route = new RouteData();
        var action = new ActionDescriptor();
        foreach (var (key, value) in new[] { ("area", "Admin"), ("controller", "Session") })
        {
            route.Values[key] = value;
            action.RouteValues[key] = value;
        }

        return context.RequestServices.GetRequiredService<IActionResultExecutor<ViewResult>>()
            .ExecuteAsync(new ActionContext(context, route, action), Page(context, status));
    }

    /// <summary>Whoever only wanted to read goes to sign in; whoever sent a form keeps what they typed.</summary>
    public static Task AskForSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            return AnswerAsync(context.HttpContext, StatusCodes.Status401Unauthorized);
        }

        // Kept by a cache, the way to sign in would be shown to whoever has signed in since.
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static bool IsSecret(string field) =>
        field.EndsWith("Password", StringComparison.OrdinalIgnoreCase);

    // Another site must not have its own words sent from here under a good token.
    private static bool ComesFromElsewhere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is [{ } site] ? site is not ("same-origin" or "none")
        : request.Headers.Origin is [{ } origin] && origin != $"{request.Scheme}://{request.Host}";
}

/// <summary>A form of the staff area whose token is missing or old is answered with what was typed and a new token.</summary>
internal sealed class RetainedFormFilter(ILogger<RetainedFormFilter> logger) : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult && context.HttpContext.Request.Path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase))
        {
            SecurityLog.FormTokenFailed(logger, context.HttpContext.TraceIdentifier);
            context.Result = IsInAlready(context.HttpContext) ? SentOn(context.HttpContext) : RetainedForm.Page(context.HttpContext, StatusCodes.Status400BadRequest);
        }
    }

    // The form of signing in was opened before the person signed in in another tab: its token was given to nobody, and now there is
    // somebody. They are where they wanted to be. Nothing that the form holds is believed or done, no password is tried and no session
    // begins, so a form forged by another site gets no more than a link to the desk would.
    private static bool IsInAlready(HttpContext context) =>
        context.Request.Path.StartsWithSegments(StaffSetup.SignInPath, StringComparison.OrdinalIgnoreCase)
        && context.RequestServices.GetRequiredService<CurrentStaff>().IsSignedIn;

    // 303, so that the browser fetches the page and sends no password there.
    private static StatusCodeResult SentOn(HttpContext context)
    {
        context.Response.Headers.Location = ReturnAddress.Of(context.Request.HasFormContentType ? (string?)context.Request.Form["From"] : null);
        context.Response.Headers.CacheControl = "no-store";
        return new StatusCodeResult(StatusCodes.Status303SeeOther);
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
