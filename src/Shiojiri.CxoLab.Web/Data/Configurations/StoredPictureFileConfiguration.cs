using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Pictures;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class StoredPictureFileConfiguration : IEntityTypeConfiguration<StoredPictureFile>
{
    public void Configure(EntityTypeBuilder<StoredPictureFile> builder)
    {
        // Without a key to Pictures: with a folder this table is empty, and both stores behave alike.
        builder.ToTable("PictureFiles");
        builder.Property(f => f.PictureKey).HasMaxLength(RandomToken.Length);
        builder.Property(f => f.Name).HasMaxLength(PictureFile.MaxName);
        builder.HasIndex(f => new { f.PictureKey, f.Name }).IsUnique();
    }
}
