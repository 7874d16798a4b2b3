using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class RepeatSubmissionConfiguration : IEntityTypeConfiguration<RepeatSubmission>
{
    public void Configure(EntityTypeBuilder<RepeatSubmission> builder)
    {
        builder.Property(r => r.Key).HasMaxLength(RandomToken.Length);
        builder.Property(r => r.MaskedEmail).HasMaxLength(ApplicantLimits.Email + Masked.Rest.Length);
        builder.Property(r => r.MaskedKana).HasMaxLength(ApplicantLimits.UnitsPerCharacter + Masked.Rest.Length);
        builder.HasIndex(r => r.Key).IsUnique();

        // Through its number it goes when the application goes.
        builder.HasOne(r => r.Issued).WithOne().HasForeignKey<RepeatSubmission>("IssuedNumberId").IsRequired();
    }
}
