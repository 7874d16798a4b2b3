using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class CohortConfiguration : IEntityTypeConfiguration<Cohort>
{
    public void Configure(EntityTypeBuilder<Cohort> builder)
    {
        builder.Property(c => c.Name).HasMaxLength(40);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.Ordinal).IsUnique();
        builder.Ignore(c => c.Recruitment);
        builder.Ignore(c => c.OnSiteSessions);
        builder.Ignore(c => c.Admission);
        builder.Ignore(c => c.Limit);
        builder.Ignore(c => c.HasFreePlace);
        builder.Ignore(c => c.HasPlaceForNew);
        builder.HasMany(c => c.Sessions).WithOne().HasForeignKey("CohortId").IsRequired();
        builder.HasMany(c => c.InterestAreas).WithOne().HasForeignKey("CohortId").IsRequired();
    }
}
