using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class FirstStartLinkConfiguration : IEntityTypeConfiguration<FirstStartLink>
{
    public void Configure(EntityTypeBuilder<FirstStartLink> builder)
    {
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.KeyHash).HasMaxLength(64).IsConcurrencyToken();
    }
}
