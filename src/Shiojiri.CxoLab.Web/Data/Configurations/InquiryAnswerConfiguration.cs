using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class InquiryAnswerConfiguration : IEntityTypeConfiguration<InquiryAnswer>
{
    public void Configure(EntityTypeBuilder<InquiryAnswer> builder)
    {
        builder.Property(a => a.Text).HasMaxLength(InquiryLimits.Answer * ApplicantLimits.UnitsPerCharacter);
        builder.Property(a => a.ByName).HasMaxLength(Actor.MaxName);
        builder.HasIndex(a => a.Ticket).IsUnique();
    }
}
