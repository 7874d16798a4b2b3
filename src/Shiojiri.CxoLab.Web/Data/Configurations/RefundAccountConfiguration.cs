using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class RefundAccountConfiguration : IEntityTypeConfiguration<RefundAccount>
{
    public void Configure(EntityTypeBuilder<RefundAccount> builder)
    {
        builder.Property(r => r.Closed).HasMaxLength(RefundAccount.ClosedLimit);
        builder.Property(r => r.EnteredBy).HasMaxLength(Actor.MaxName);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.ApplicationId).IsUnique();
        builder.HasOne<Application>().WithMany().HasForeignKey(r => r.ApplicationId);
    }
}
