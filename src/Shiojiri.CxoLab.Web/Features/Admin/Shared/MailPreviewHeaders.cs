using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>The two looser sets of security headers that pages with mails need.</summary>
internal static class MailPreviewHeaders
{
    /// <summary>For the pages with a live preview: their script asks this site for it.</summary>
    public const string LivePreview = "LivePreview";

    /// <summary>For one answer only: a mail's own HTML, which carries its looks in attributes. It is locked in and can do nothing.</summary>
    public const string MailAsSent = "MailAsSent";

    public static void AddMailPreviewHeaders(this IServiceCollection services) => services.AddSecurityHeaderPolicies()
        .AddPolicy(LivePreview, SecuritySetup.Headers().AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddStyleSrc().Self();
            csp.AddScriptSrc().Self();
            csp.AddImgSrc().Self();
            csp.AddConnectSrc().Self();
            csp.AddFormAction().Self();
            csp.AddObjectSrc().None();
            csp.AddBaseUri().None();
            csp.AddFrameAncestors().None();
        }))
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
