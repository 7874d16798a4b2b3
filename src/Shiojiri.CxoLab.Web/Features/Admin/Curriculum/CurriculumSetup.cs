namespace Shiojiri.CxoLab.Web.Features.Admin.Curriculum;

internal static class CurriculumSetup
{
    public static void AddCurriculum(this IServiceCollection services) => services.AddScoped<SessionService>();
}
