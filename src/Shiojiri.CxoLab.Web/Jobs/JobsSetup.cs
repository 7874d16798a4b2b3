namespace Shiojiri.CxoLab.Web.Jobs;

internal static class JobsSetup
{
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<JobLeases>();
        builder.Services.AddSingleton<JobRunner>();
        builder.Services.AddSingleton(new WorkSignal<JobWorker>(mostUnheard: 16)); // more than there are jobs
        builder.Services.AddHostedService<JobWorker>();
        builder.Services.AddHostedService<SnapshotWorker>();
    }

    public static void AddJob<TJob>(this IServiceCollection services)
        where TJob : class, IJob =>
        services.AddScoped<IJob, TJob>();
}
