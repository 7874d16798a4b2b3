using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class PendingSignInConfiguration : IEntityTypeConfiguration<PendingSignIn>
{
    public void Configure(EntityTypeBuilder<PendingSignIn> builder)
    {
        builder.Property(p => p.TokenHash).HasMaxLength(64);
        builder.Property(p => p.Stamp).HasMaxLength(64);
        builder.Property(p => p.From).HasMaxLength(PendingSignIn.MaxReturn);
        builder.HasIndex(p => p.TokenHash).IsUnique();
        builder.HasIndex(p => p.ExpiresUtc);
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
