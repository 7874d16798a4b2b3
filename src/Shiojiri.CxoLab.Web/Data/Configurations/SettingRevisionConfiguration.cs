using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class SettingRevisionConfiguration : IEntityTypeConfiguration<SettingRevision>
{
    public void Configure(EntityTypeBuilder<SettingRevision> builder)
    {
        builder.ToTable("SettingRevisions");
        builder.Property(r => r.Json).HasMaxLength(SettingRevision.MaxJson);
        builder.Property(r => r.SavedBy).HasMaxLength(Actor.MaxName);
        builder.Property(r => r.Scope).HasMaxLength(SettingRevision.MaxScope);
        builder.HasIndex(r => new { r.Scope, r.Number }).IsUnique();
        builder.HasOne<Cohort>().WithMany().HasForeignKey(r => r.CohortId);
    }
}
