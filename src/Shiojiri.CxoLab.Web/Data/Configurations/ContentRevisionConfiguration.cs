using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class ContentRevisionConfiguration : IEntityTypeConfiguration<ContentRevision>
{
    public void Configure(EntityTypeBuilder<ContentRevision> builder)
    {
        builder.ToTable("ContentRevisions");
        builder.Property(r => r.Fields).HasMaxLength(ContentRevision.MaxFields);
        builder.Property(r => r.SavedBy).HasMaxLength(Actor.MaxName);
        builder.HasIndex(r => new { r.ItemId, r.Number }).IsUnique();
    }
}
