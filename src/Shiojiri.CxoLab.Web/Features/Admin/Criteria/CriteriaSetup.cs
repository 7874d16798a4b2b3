namespace Shiojiri.CxoLab.Web.Features.Admin.Criteria;

internal static class CriteriaSetup
{
    public static void AddCriteria(this IServiceCollection services)
    {
        services.AddScoped<CriteriaService>();
    }
}
