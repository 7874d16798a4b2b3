using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class ApplicationAttendanceConfiguration : IEntityTypeConfiguration<ApplicationAttendance>
{
    public void Configure(EntityTypeBuilder<ApplicationAttendance> builder)
    {
        builder.ToTable("ApplicationAttendance");
        builder.HasOne<CurriculumSession>().WithMany().HasForeignKey(a => a.SessionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex("ApplicationId", nameof(ApplicationAttendance.SessionId)).IsUnique();
    }
}
