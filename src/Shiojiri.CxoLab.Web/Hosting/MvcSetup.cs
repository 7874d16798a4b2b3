using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.WebEncoders;

namespace Shiojiri.CxoLab.Web.Hosting;

internal static class MvcSetup
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddControllersWithViews(mvc =>
            {
                mvc.Filters.Add<AutoValidateAntiforgeryTokenAttribute>();
                mvc.Conventions.Add(new HeadConvention());

                // What is missing is the validators' to say, in Japanese.
                mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            })
            .ConfigureApplicationPartManager(parts => parts.FeatureProviders.Add(new InternalControllers()));

        builder.Services.Configure<RazorViewEngineOptions>(razor =>
        {
            razor.ViewLocationFormats.Clear();
            razor.ViewLocationFormats.Add("/Features/{1}/{0}.cshtml");
            razor.ViewLocationFormats.Add("/Features/Shared/{0}.cshtml");
            razor.ViewLocationFormats.Add("/Features/Shared/ApplicationForm/{0}.cshtml");
            razor.AreaViewLocationFormats.Clear();
            razor.AreaViewLocationFormats.Add("/Features/{2}/{1}/{0}.cshtml");
            razor.AreaViewLocationFormats.Add("/Features/{2}/Shared/{0}.cshtml");
            razor.AreaViewLocationFormats.Add("/Features/Shared/{0}.cshtml");
            razor.AreaViewLocationFormats.Add("/Features/Shared/ApplicationForm/{0}.cshtml");
        });

        // Japanese goes out as UTF-8, not as entities.
        builder.Services.Configure<WebEncoderOptions>(encoders => encoders.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);

        var japanese = CultureInfo.GetCultureInfo("ja-JP");
        CultureInfo.DefaultThreadCurrentCulture = japanese;
        CultureInfo.DefaultThreadCurrentUICulture = japanese;
        ValidatorOptions.Global.LanguageManager.Culture = japanese;

        // Before .NET turns the first letter into a small one, it reads the order of all Japanese signs, for a tenth of a second: meanwhile, on another core.
        Task.Run(() => japanese.TextInfo.ToLower('A'));
    }

    /// <summary>Pages are packed on their way, but for those with forms: their tokens must not be measured through their packed size (BREACH).</summary>
    public static void UseCompression(this WebApplication app) => app.UseWhen(
        context => !context.Request.Path.StartsWithSegments("/apply", StringComparison.OrdinalIgnoreCase)
            && !context.Request.Path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase),
        branch => branch.UseResponseCompression());

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().WithMetadata(new PublicFile());
        app.MapControllers().WithStaticAssets().Finally(FormLimitsAttribute.TellServer);
    }
}

/// <summary>Marks the endpoint of a file that everybody may read: nobody is asked who they are.</summary>
internal sealed class PublicFile;
