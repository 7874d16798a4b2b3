using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class InterestAreaConfiguration : IEntityTypeConfiguration<InterestArea>
{
    public void Configure(EntityTypeBuilder<InterestArea> builder)
    {
        builder.ToTable("InterestAreas");
        builder.Property(a => a.Name).HasMaxLength(60);
        builder.HasIndex("CohortId", nameof(InterestArea.Name)).IsUnique();
    }
}
