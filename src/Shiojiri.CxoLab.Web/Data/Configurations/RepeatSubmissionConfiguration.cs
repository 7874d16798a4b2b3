using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Applications;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class RepeatSubmissionConfiguration : IEntityTypeConfiguration<RepeatSubmission>
{
    public void Configure(EntityTypeBuilder<RepeatSubmission> builder)
    {
        builder.Property(r => r.Key).HasMaxLength(RandomToken.Length);
        builder.HasIndex(r => r.Key).IsUnique();
        builder.HasOne<Application>().WithMany().HasForeignKey(r => r.ApplicationId);
    }
}
