using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Projects;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class PastProjectConfiguration : IEntityTypeConfiguration<PastProject>
{
    public void Configure(EntityTypeBuilder<PastProject> builder)
    {
        builder.Property(p => p.Slug).HasMaxLength(80);
        builder.Property(p => p.Title).HasMaxLength(200);
        builder.Property(p => p.ArticleUrl).HasMaxLength(500);
        builder.Property(p => p.Drawing).HasMaxLength(40);
        builder.HasIndex(p => p.Slug).IsUnique();
        builder.HasIndex(p => new { p.FiscalYear, p.Position });
    }
}
