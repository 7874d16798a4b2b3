using Microsoft.Extensions.Options;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>Binds the settings, checks them and what is made of them all at once, and fills in what Development does without.</summary>
internal static class SettingsSetup
{
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var development = builder.Environment.IsDevelopment();
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateOnBuild = provider.ValidateScopes = true);
        services.AddOptions<SiteSettings>().BindConfiguration("Site");
        services.AddOptions<ProgrammeSettings>().BindConfiguration("Programme");
        services.AddOptions<OfficeSettings>().BindConfiguration("Office");
        services.AddOptions<BankAccountSettings>().BindConfiguration("BankAccount");
        services.AddOptions<MailSettings>().BindConfiguration("Mail");
        services.AddOptions<StaffSettings>().BindConfiguration("Staff");
        services.AddOptions<FormGuardSettings>().BindConfiguration("FormGuard");
        services.AddOptions<HealthSettings>().BindConfiguration("Health");
        services.AddOptions<PictureSettings>().BindConfiguration("Pictures");
        if (development)
        {
            services.PostConfigure<SiteSettings>(site => site.PublicBaseUrl ??= "http://localhost:5080");
            services.PostConfigure<MailSettings>(mail =>
            {
                mail.Transport ??= MailTransport.Folder;
                mail.From ??= "cxolab@example.jp";
            });
        }

        services.PostConfigure<StaffSettings>(staff => staff.RequireSecondFactor ??= !development);
        services.PostConfigure<MailSettings>(mail =>
        {
            mail.Transport ??= MailTransport.Smtp;
            mail.Folder ??= DataFolder.File(builder, "mail");
        });
        services.PostConfigure<PictureSettings>(pictures => pictures.Folder = string.IsNullOrWhiteSpace(pictures.Folder) ? null : pictures.Folder);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ProgrammeClock>();
        services.AddSingleton<ConfiguredValues>();
    }

    /// <summary>Every fault of the settings but the database's, one sentence each; empty when there is none.</summary>
    public static IReadOnlyList<string> SettingFaults(this IServiceProvider services)
    {
        var faults = new List<string>();
        try
        {
            faults.AddRange(SettingsCheck.Faults(
                services.GetRequiredService<IHostEnvironment>().IsDevelopment(),
                services.GetRequiredService<IOptions<SiteSettings>>().Value,
                services.GetRequiredService<IOptions<ProgrammeSettings>>().Value,
                services.GetRequiredService<IOptions<OfficeSettings>>().Value,
                services.GetRequiredService<IOptions<BankAccountSettings>>().Value,
                services.GetRequiredService<IOptions<MailSettings>>().Value,
                services.GetRequiredService<IOptions<FormGuardSettings>>().Value,
                services.GetRequiredService<IOptions<StaffSettings>>().Value));
            faults.AddRange(SettingsCheck.Pictures(services.GetRequiredService<IOptions<PictureSettings>>().Value));
        }
        catch (InvalidOperationException unreadable)
        {
            faults.Add(unreadable.Message);
        }

        return faults;
    }
}
