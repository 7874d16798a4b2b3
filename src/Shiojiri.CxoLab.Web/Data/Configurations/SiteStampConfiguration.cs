using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class SiteStampConfiguration : IEntityTypeConfiguration<SiteStamp>
{
    public void Configure(EntityTypeBuilder<SiteStamp> builder)
    {
        builder.ToTable("SiteStamps");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasData(new SiteStamp { Value = new("0a3c53a0-8d64-4b5e-9b8e-2f0f0a5f6d01") });
    }
}
