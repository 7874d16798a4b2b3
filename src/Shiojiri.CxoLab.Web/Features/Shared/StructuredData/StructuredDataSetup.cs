namespace Shiojiri.CxoLab.Web.Features.Shared.StructuredData;

internal static class StructuredDataSetup
{
    public static void AddStructuredData(this WebApplicationBuilder builder) => builder.Services.AddScoped<StructuredDataBuilder>();
}
