using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Mail;

internal static class MailSetup
{
    public static void AddMail(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MailSignal>();
        builder.Services.AddSingleton<SmtpTransport>();
        builder.Services.AddSingleton<FolderTransport>();
        builder.Services.AddSingleton<IMailTransport>(services =>
            services.GetRequiredService<IOptions<MailSettings>>().Value.Transport == MailTransport.Smtp
                ? services.GetRequiredService<SmtpTransport>()
                : services.GetRequiredService<FolderTransport>());
        builder.Services.AddScoped<MailDispatcher>();
        builder.Services.AddHostedService<MailDispatchWorker>();
    }
}
