using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class PictureConfiguration : IEntityTypeConfiguration<Picture>
{
    public void Configure(EntityTypeBuilder<Picture> builder)
    {
        builder.ToTable("Pictures");
        builder.Property(p => p.Key).HasMaxLength(RandomToken.Length);
        builder.Property(p => p.Description).HasMaxLength(Picture.MaxDescription * ApplicantLimits.UnitsPerCharacter);
        builder.Property(p => p.Credit).HasMaxLength(Picture.MaxCredit * ApplicantLimits.UnitsPerCharacter);
        builder.Property(p => p.PermissionNote).HasMaxLength(Picture.MaxNote * ApplicantLimits.UnitsPerCharacter);
        builder.Property(p => p.AddedBy).HasMaxLength(Actor.MaxName);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.Key).IsUnique();
    }
}
