using Shiojiri.CxoLab.Web.Features.Admin.Mail;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Admin.Templates;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>The desk's mails and their texts.</summary>
internal static class MailDeskSetup
{
    /// <summary>For the pages with a live preview: their script asks this site for it.</summary>
    public const string LivePreview = "LivePreview";

    /// <summary>For one answer only: a mail's own HTML, which carries its looks in attributes. It is locked in and can do nothing.</summary>
    public const string MailAsSent = "MailAsSent";

    public static void AddMailDesk(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<AccessLog>();
        services.AddScoped<PreviewApplicants>();
        services.AddScoped<MailQuery>();
        services.AddScoped<MailService>();
        services.AddScoped<GroupRecipientQuery>();
        services.AddScoped<GroupMailQueue>();
        services.AddScoped<GroupMailPageBuilder>();
        services.AddScoped<TemplatePageBuilder>();
        services.AddScoped<TemplateStore>();
        services.AddScoped<TestMailQueue>();
        services.AddSecurityHeaderPolicies()
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
}
