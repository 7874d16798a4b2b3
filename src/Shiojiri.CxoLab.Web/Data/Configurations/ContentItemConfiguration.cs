using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Content;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class ContentItemConfiguration : IEntityTypeConfiguration<ContentItem>
{
    public void Configure(EntityTypeBuilder<ContentItem> builder)
    {
        builder.ToTable("ContentItems");
        builder.Property(i => i.Key).HasMaxLength(ContentItem.MaxKey);
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.HasIndex(i => i.Key).IsUnique();
        builder.HasMany(i => i.Revisions).WithOne().HasForeignKey(r => r.ItemId);
    }
}
