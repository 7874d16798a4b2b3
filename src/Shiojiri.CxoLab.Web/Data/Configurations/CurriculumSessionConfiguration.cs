using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class CurriculumSessionConfiguration : IEntityTypeConfiguration<CurriculumSession>
{
    public void Configure(EntityTypeBuilder<CurriculumSession> builder)
    {
        builder.ToTable("CurriculumSessions");
        builder.Property(s => s.Slug).HasMaxLength(60);
        builder.Property(s => s.PartTitle).HasMaxLength(100);
        builder.Property(s => s.Title).HasMaxLength(100);
        builder.Property(s => s.Note).HasMaxLength(300);
        builder.HasIndex("CohortId", nameof(CurriculumSession.Slug)).IsUnique();
    }
}
