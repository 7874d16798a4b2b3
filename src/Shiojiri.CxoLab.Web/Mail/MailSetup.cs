using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Hosting.Telemetry;
using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Mail;

internal static class MailSetup
{
    public static void AddMail(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new WorkSignal<MailDispatchWorker>(mostUnheard: 1));
        builder.Services.AddSingleton<SmtpTransport>();
        builder.Services.AddSingleton<FolderTransport>();
        builder.Services.AddSingleton<IMailTransport>(services =>
            services.GetRequiredService<IOptions<MailSettings>>().Value.Transport == MailTransport.Smtp
                ? services.GetRequiredService<SmtpTransport>()
                : services.GetRequiredService<FolderTransport>());
        builder.Services.AddSnapshotPart<MailTexts>();
        builder.Services.AddScoped<MailCohorts>();
        builder.Services.AddScoped<MailQueue>();
        builder.Services.AddScoped<MailComposer>();
        builder.Services.AddScoped<ContraryMails>();
        builder.Services.AddSingleton<MailFiles>();
        builder.Services.AddInterceptor<QueuedMailInterceptor>();
        builder.Services.AddScoped<MailDispatcher>();
        builder.Services.AddJob<UnsentMailAlertJob>();
        builder.Services.AddSingleton<OutboxState>();
        builder.Services.AddHealthChecks().AddCheck<OutboxHealth>("outbox");
        if (builder.Configuration.HasTelemetry())
        {
            builder.Services.AddHostedService<OutboxGauge>();
        }

        builder.Services.AddHostedService<MailDispatchWorker>();

        // Told to end, the site answers what is under way and lets the mail that is leaving go at the same time, not one after the other.
        builder.Services.Configure<HostOptions>(host => host.ServicesStopConcurrently = true);
    }
}
