using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Applications;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class IssuedNumberConfiguration : IEntityTypeConfiguration<IssuedNumber>
{
    public void Configure(EntityTypeBuilder<IssuedNumber> builder)
    {
        builder.Property(n => n.Number).HasMaxLength(ApplicationNumber.Length);
        builder.HasIndex(n => n.Number).IsUnique();
    }
}
