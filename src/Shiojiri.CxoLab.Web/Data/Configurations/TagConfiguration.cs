using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class TagConfiguration : IEntityTypeConfiguration<Tag>, IEntityTypeConfiguration<ApplicationTag>
{
    public void Configure(EntityTypeBuilder<Tag> builder)
    {
        builder.Property(t => t.Name).HasMaxLength(Tag.Limit * ApplicantLimits.UnitsPerCharacter);
        builder.Property(t => t.Key).HasMaxLength(Tag.Limit * ApplicantLimits.UnitsPerCharacter);
        builder.HasIndex(t => new { t.CohortId, t.Key }).IsUnique();
        builder.HasOne<Cohort>().WithMany().HasForeignKey(t => t.CohortId);
    }

    public void Configure(EntityTypeBuilder<ApplicationTag> builder)
    {
        builder.HasIndex(t => new { t.ApplicationId, t.TagId }).IsUnique();
        builder.HasOne<Application>().WithMany().HasForeignKey(t => t.ApplicationId);

        // SQL Server takes no second path of cascades from a cohort down to here.
        builder.HasOne<Tag>().WithMany().HasForeignKey(t => t.TagId).OnDelete(DeleteBehavior.Restrict);
    }
}
