using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        // Every action has a code but the undefined one, for which the compiled model would ask.
        builder.Property(e => e.Action).HasSentinel(AuditAction.SignedIn);
        builder.Property(e => e.ActorName).HasMaxLength(Actor.MaxName);
        builder.Property(e => e.Subject).HasMaxLength(StaffAccount.MaxEmail);
        builder.Property(e => e.Before).HasMaxLength(AuditEntry.MaxDetails);
        builder.Property(e => e.After).HasMaxLength(AuditEntry.MaxDetails);
        builder.Property(e => e.From).HasMaxLength(64);
        builder.Property(e => e.Salt).HasMaxLength(32);
        builder.Property(e => e.DetailsHash).HasMaxLength(AuditEntry.HashLength);
        builder.Property(e => e.PreviousHash).HasMaxLength(AuditEntry.HashLength);
        builder.Property(e => e.Hash).HasMaxLength(AuditEntry.HashLength);

        // The chain has one line after each line: of two writers at once the database lets one in.
        builder.HasIndex(e => e.Sequence).IsUnique();
        builder.HasIndex(e => e.Subject);
    }
}
