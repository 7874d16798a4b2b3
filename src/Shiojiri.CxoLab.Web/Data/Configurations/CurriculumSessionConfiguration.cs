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
        builder.Property(s => s.Venue).HasMaxLength(200);
        builder.Property(s => s.MeetingPlace).HasMaxLength(200);
        builder.Property(s => s.MeetingUrl).HasMaxLength(500);
        builder.Property(s => s.MovedFrom).HasMaxLength(80);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex("CohortId", nameof(CurriculumSession.Slug)).IsUnique();
    }
}
