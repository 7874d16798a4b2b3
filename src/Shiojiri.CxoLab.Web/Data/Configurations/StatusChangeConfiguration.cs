using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class StatusChangeConfiguration : IEntityTypeConfiguration<StatusChange>
{
    public void Configure(EntityTypeBuilder<StatusChange> builder)
    {
        builder.ToTable("StatusChanges");
        builder.Property(s => s.ByName).HasMaxLength(Actor.MaxName);
        builder.HasIndex(s => s.Batch);
        builder.Property(s => s.Reason).HasMaxLength(StatusChange.ReasonLimit * ApplicantLimits.UnitsPerCharacter);
    }
}
