namespace Shiojiri.CxoLab.Web.Features.Admin.Audit;

internal static class AuditSetup
{
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddScoped<AuditQuery>();
        services.AddScoped<AuditLineBuilder>();
    }
}
