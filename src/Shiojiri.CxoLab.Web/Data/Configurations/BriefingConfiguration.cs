using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Briefings;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class BriefingConfiguration : IEntityTypeConfiguration<Briefing>
{
    public void Configure(EntityTypeBuilder<Briefing> builder)
    {
        builder.Property(b => b.Slug).HasMaxLength(60);
        builder.Property(b => b.Title).HasMaxLength(200);
        builder.Property(b => b.Subtitle).HasMaxLength(200);
        builder.Property(b => b.SignUpUrl).HasMaxLength(500);
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.HasIndex(b => b.Slug).IsUnique();
        builder.HasOne(b => b.Cohort).WithMany().HasForeignKey(b => b.CohortId).OnDelete(DeleteBehavior.Restrict);
    }
}
