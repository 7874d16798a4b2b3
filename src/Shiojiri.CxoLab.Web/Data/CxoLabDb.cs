using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Briefings;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Projects;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>The one database, whichever engine holds it. Each engine has a subclass that carries its migrations.</summary>
internal abstract class CxoLabDb(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<Cohort> Cohorts => Set<Cohort>();

    public DbSet<Briefing> Briefings => Set<Briefing>();

    public DbSet<PastProject> PastProjects => Set<PastProject>();

    public DbSet<Application> Applications => Set<Application>();

    public DbSet<RepeatSubmission> RepeatSubmissions => Set<RepeatSubmission>();

    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Runs a bulk write (ExecuteUpdate and its like) where the engine wants it; see <see cref="SqliteWriteTurn"/>.</summary>
    public virtual Task<T> WriteAsync<T>(Func<CancellationToken, Task<T>> write, CancellationToken ct) => write(ct);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CxoLabDb).Assembly);
        modelBuilder.Entity<DataProtectionKey>(key =>
        {
            key.Property(k => k.FriendlyName).HasMaxLength(200);
            key.Property(k => k.Xml).HasMaxLength(8000);
        });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Yen>().HaveConversion<YenConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }
}
