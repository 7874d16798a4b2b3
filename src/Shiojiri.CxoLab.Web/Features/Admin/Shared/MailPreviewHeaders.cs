using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>The looser set of security headers that a mail shown as it was sent needs.</summary>
internal static class MailPreviewHeaders
{
    /// <summary>For one answer only: a mail's own HTML, which carries its looks in attributes. It is locked in and can do nothing.</summary>
    public const string MailAsSent = "MailAsSent";

    public static void AddMailPreviewHeaders(this IServiceCollection services) => services.AddSecurityHeaderPolicies()
        .AddPolicy(MailAsSent, SecuritySetup.Headers().AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddStyleSrc().UnsafeInline();
            csp.AddFormAction().None();
            csp.AddBaseUri().None();
            csp.AddFrameAncestors().None();
            csp.AddSandbox();
        }));
}
