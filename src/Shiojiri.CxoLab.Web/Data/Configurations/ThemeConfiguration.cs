using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Themes;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class ThemeConfiguration : IEntityTypeConfiguration<Theme>, IEntityTypeConfiguration<ApplicationTheme>
{
    public void Configure(EntityTypeBuilder<Theme> builder)
    {
        builder.Property(t => t.Key).HasMaxLength(RandomToken.Length);
        builder.Property(t => t.Title).HasMaxLength(Room(ThemeLimits.Title));
        builder.Property(t => t.Owner).HasMaxLength(Room(ThemeLimits.Owner));
        builder.Property(t => t.Affiliation).HasMaxLength(Room(ThemeLimits.Affiliation));
        builder.Property(t => t.Words).HasMaxLength(Room(ThemeLimits.Words));
        builder.Property(t => t.Sought).HasMaxLength(Room(ThemeLimits.Sought));
        builder.Property(t => t.ConfirmedBy).HasMaxLength(Actor.MaxName);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => t.Key).IsUnique();
        builder.HasIndex(t => new { t.CohortId, t.Position });
        builder.HasOne<Cohort>().WithMany().HasForeignKey(t => t.CohortId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(t => t.State);
        builder.Ignore(t => t.IsPublic);
        builder.Ignore(t => t.IsConfirmed);
        builder.Ignore(t => t.Missing);
    }

    public void Configure(EntityTypeBuilder<ApplicationTheme> builder)
    {
        builder.ToTable("ApplicationThemes");
        builder.Property(t => t.Title).HasMaxLength(Room(ThemeLimits.Title));
        builder.HasOne<Theme>().WithMany().HasForeignKey(t => t.ThemeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex("ApplicationId", nameof(ApplicationTheme.ThemeId)).IsUnique();
    }

    private static int Room(int characters) => characters * ApplicantLimits.UnitsPerCharacter;
}
