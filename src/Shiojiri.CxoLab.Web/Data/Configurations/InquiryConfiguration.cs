using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Inquiries;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class InquiryConfiguration : IEntityTypeConfiguration<Inquiry>
{
    public void Configure(EntityTypeBuilder<Inquiry> builder)
    {
        builder.Property(i => i.Key).HasMaxLength(RandomToken.Length);
        builder.Property(i => i.Name).HasMaxLength(ApplicantLimits.Name * ApplicantLimits.UnitsPerCharacter);
        builder.Property(i => i.Email).HasMaxLength(ApplicantLimits.Email);
        builder.Property(i => i.Number).HasMaxLength(ApplicationNumber.Length);
        builder.Property(i => i.Text).HasMaxLength(InquiryLimits.Text * ApplicantLimits.UnitsPerCharacter);
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.HasIndex(i => i.Key).IsUnique();
        builder.HasIndex(i => new { i.Status, i.ReceivedUtc });

        // What a person asked goes when their application goes.
        builder.HasOne<Application>().WithMany().HasForeignKey(i => i.ApplicationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(i => i.AssigneeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(i => i.Answers).WithOne().HasForeignKey("InquiryId").IsRequired();
    }
}
