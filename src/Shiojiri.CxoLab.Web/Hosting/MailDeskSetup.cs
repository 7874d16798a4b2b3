using Shiojiri.CxoLab.Web.Features.Admin.Mail;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Admin.Templates;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>The desk's mails and their texts.</summary>
internal static class MailDeskSetup
{
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
        services.AddScoped<TestPostSurroundings>();
        services.AddScoped<GroupPostSurroundings>();
        services.AddSecurityHeaderPolicies()
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
