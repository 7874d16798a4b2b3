using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Shiojiri.CxoLab.Web.Hosting.Keys;

/// <summary>Settings of the secrets outside the database, section <c>Secrets</c>.</summary>
internal sealed class SecretsSettings
{
    /// <summary>The key file; needed in Production. In Development one is made in Data:Folder.</summary>
    public string? KeyFile { get; set; }

    /// <summary>The password of a .pfx or .p12 file.</summary>
    public string? KeyFilePassword { get; set; }

    /// <summary>Key files used before: they still open what was protected with them.</summary>
    public string[] OlderKeyFiles { get; set; } = [];

    /// <summary>All of them, the one of now first.</summary>
    public IEnumerable<string> Files => OlderKeyFiles.Prepend(KeyFile ?? "").Where(file => file.Length > 0);
}

internal static class KeysSetup
{
    private const string Missing =
        "Secrets:KeyFile is missing: the file with the key that protects sign-ins and the audit log, the same on every node (openssl rand -base64 32).";

    public static void AddKeys(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SecretsSettings>().BindConfiguration("Secrets");
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.PostConfigure<SecretsSettings>(secrets => secrets.KeyFile = string.IsNullOrWhiteSpace(secrets.KeyFile) ? DevelopmentFile(builder) : secrets.KeyFile);
        }

        builder.Services.AddSingleton(services => Read(services.GetRequiredService<IOptions<SecretsSettings>>().Value, builder));
        builder.Services.AddOptions<KeyManagementOptions>()
            .Configure<SiteKeys>((management, keys) => management.XmlEncryptor = new KeyFileXmlEncryptor(keys));
    }

    /// <summary>What keeps the site from its keys, one sentence; empty when they are there.</summary>
    public static IEnumerable<string> KeyFaults(this IServiceProvider services)
    {
        string? fault = null;
        try
        {
            _ = services.GetRequiredService<SiteKeys>();
        }
        catch (KeyFileException trouble)
        {
            fault = trouble.Message;
        }

        return fault is null ? [] : [fault];
    }

    private static SiteKeys Read(SecretsSettings settings, WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(settings.KeyFile))
        {
            throw new KeyFileException(Missing, new InvalidOperationException());
        }

        if (builder.Environment.IsDevelopment() && settings.KeyFile == DevelopmentFile(builder) && !File.Exists(settings.KeyFile))
        {
            KeyFile.Make(settings.KeyFile);
        }

        return new SiteKeys([.. settings.Files.Select(file => KeyFile.Read(file, settings.KeyFilePassword))]);
    }

    private static string DevelopmentFile(WebApplicationBuilder builder) => DataFolder.File(builder, "cxolab.key");
}
