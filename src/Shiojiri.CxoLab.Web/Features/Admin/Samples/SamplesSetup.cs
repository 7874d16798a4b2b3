namespace Shiojiri.CxoLab.Web.Features.Admin.Samples;

internal static class SamplesSetup
{
    public static void AddSamples(this IServiceCollection services)
    {
        services.AddScoped<SampleDataService>();
    }
}
