using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class AccessEntryConfiguration : IEntityTypeConfiguration<AccessEntry>
{
    public void Configure(EntityTypeBuilder<AccessEntry> builder)
    {
        // Every action has a code but the undefined one, for which the compiled model would ask.
        builder.Property(e => e.Action).HasSentinel(AuditAction.SignedIn);
        builder.Property(e => e.ActorName).HasMaxLength(Actor.MaxName);
        builder.Property(e => e.Subject).HasMaxLength(StaffAccount.MaxEmail);
        builder.Property(e => e.Details).HasMaxLength(4_000);
        builder.Property(e => e.From).HasMaxLength(64);
        builder.HasIndex(e => e.AtUtc);
        builder.HasIndex(e => new { e.Subject, e.AtUtc });
    }
}
