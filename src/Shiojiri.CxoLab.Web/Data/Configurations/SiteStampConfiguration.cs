using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

/// <summary>The migration that makes the table puts its one row in.</summary>
internal sealed class SiteStampConfiguration : IEntityTypeConfiguration<SiteStamp>
{
    public void Configure(EntityTypeBuilder<SiteStamp> builder)
    {
        builder.ToTable("SiteStamps");
        builder.Property(s => s.Id).ValueGeneratedNever();
    }
}
