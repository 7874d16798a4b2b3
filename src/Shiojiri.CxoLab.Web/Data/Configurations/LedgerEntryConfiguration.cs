using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("LedgerEntries");
        builder.Property(e => e.Key).HasMaxLength(RandomToken.Length);
        builder.Property(e => e.Remark).HasMaxLength(LedgerEntry.RemarkLimit * ApplicantLimits.UnitsPerCharacter);
        builder.Property(e => e.EnteredBy).HasMaxLength(Actor.MaxName);
        builder.HasIndex(e => e.Key).IsUnique();
        builder.HasIndex(e => e.ReversesId).IsUnique();
    }
}
