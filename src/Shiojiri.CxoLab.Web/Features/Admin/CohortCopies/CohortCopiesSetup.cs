namespace Shiojiri.CxoLab.Web.Features.Admin.CohortCopies;

internal static class CohortCopiesSetup
{
    public static void AddCohortCopies(this IServiceCollection services)
    {
        services.AddScoped<CopySourceQuery>();
        services.AddScoped<CopyService>();
    }
}
