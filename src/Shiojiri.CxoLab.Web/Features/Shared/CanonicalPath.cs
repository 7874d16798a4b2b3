using System.Globalization;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>
/// The one path of a page, as its route spells it: /Recruit, /recruit/ and /projects?year=2020 are /recruit and /projects. A page whose
/// key can be spelled in several ways says its own path instead.
/// </summary>
internal static class CanonicalPath
{
    public static string Of(HttpContext context)
    {
        if (context.GetEndpoint() is not RouteEndpoint { RoutePattern: var pattern })
        {
            return context.Request.Path.Value ?? "/";
        }

        var parts = pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart parameter => Uri.EscapeDataString(Convert.ToString(context.GetRouteValue(parameter.Name), CultureInfo.InvariantCulture) ?? ""),
            _ => "",
        })));
        return "/" + string.Join('/', parts);
    }
}
