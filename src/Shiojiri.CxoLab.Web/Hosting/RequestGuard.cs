using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>
/// Turns away what no browser sends before any page sees it: unknown hosts, requests without a clear end, bodies that are no UTF-8 form, forms with too many or
/// doubled fields. The framework would answer some of these with an error of its own making (500).
/// </summary>
internal static class RequestGuard
{
    public static void UseRequestGuard(this WebApplication app)
    {
        var origin = app.Services.GetRequiredService<KnownOrigin>();
        app.Use(async (context, next) =>
        {
            // The error page of a refused request comes by here again.
            var refusal = context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null ? null
                : Framing.IsAmbiguous(context.Request) ? new Refusal(StatusCodes.Status400BadRequest, "framing")
                : origin.Knows(context.Request) ? await RefuseBodyAsync(context)
                : new Refusal(StatusCodes.Status400BadRequest, "unknown host");
            if (refusal is null)
            {
                await next(context);
                return;
            }

            SecurityLog.Refused(app.Logger, refusal.Reason, context.TraceIdentifier);
            WithoutForm(context);
            context.Response.StatusCode = refusal.Status;
            if (refusal.Status == StatusCodes.Status400BadRequest && context.Request.Protocol.StartsWith("HTTP/1", StringComparison.Ordinal))
            {
                context.Response.Headers.Connection = "close"; // whatever follows may be part of what was not understood
            }
        });
    }

    internal static async Task<Refusal?> RefuseBodyAsync(HttpContext context)
    {
        var request = context.Request;
        if (Framing.IsReading(request.Method))
        {
            // What a reading request carries is never read.
            WithoutForm(context);
            return null;
        }

        if (request.Method is not "POST")
        {
            context.Response.Headers.Allow = "GET, HEAD, POST";
            return new Refusal(StatusCodes.Status405MethodNotAllowed, "method");
        }

        if (!IsForm(request.ContentType))
        {
            return new Refusal(StatusCodes.Status415UnsupportedMediaType, "content type");
        }

        try
        {
            var limits = context.GetEndpoint()?.Metadata.GetMetadata<FormLimitsAttribute>() ?? FormLimitsAttribute.Usual;
            if (limits.MaxBody > SecuritySetup.MaxBody && IsForStaff(context) && !(await context.AuthenticateAsync()).Succeeded)
            {
                limits = limits.ForStrangers();
            }

            context.Features.Set<IFormFeature>(new FormFeature(request, limits.Options));
            var form = await request.ReadFormAsync(context.RequestAborted);
            return form.Files.Count > limits.MaxFiles ? new Refusal(StatusCodes.Status400BadRequest, "files")
                : form.Any(field => IsDoubled(field, limits)) ? new Refusal(StatusCodes.Status400BadRequest, "doubled fields")
                : null;
        }
        catch (BadHttpRequestException unreadable)
        {
            return new Refusal(unreadable.StatusCode, "body");
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or NotSupportedException)
        {
            return new Refusal(StatusCodes.Status400BadRequest, "form");
        }
        catch (IOException)
        {
            return new Refusal(StatusCodes.Status400BadRequest, "broken off");
        }
    }

    private static bool IsForStaff(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is not null;

    // A dictionary's other spelling, Name[0].Key, could name one entry twice; our pages never use it.
    private static bool IsDoubled(KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues> field, FormLimitsAttribute limits) =>
        (field.Value.Count > 1 && !limits.Lists.Contains(field.Key)) || field.Key.EndsWith("].Key", StringComparison.OrdinalIgnoreCase);

    private static void WithoutForm(HttpContext context)
    {
        context.Request.ContentType = null;
        context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
    }

    private static bool IsForm(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Value?.ToLowerInvariant() is "application/x-www-form-urlencoded" or "multipart/form-data"
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    internal sealed record Refusal(int Status, string Reason);
}
