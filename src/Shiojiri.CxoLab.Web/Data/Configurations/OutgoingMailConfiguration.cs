using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class OutgoingMailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.Property(m => m.Occasion).HasMaxLength(100);
        builder.Property(m => m.Recipient).HasMaxLength(ApplicantLimits.Email);
        builder.Property(m => m.ReplyTo).HasMaxLength(ApplicantLimits.Email);
        builder.Property(m => m.Subject).HasMaxLength(200);
        builder.Property(m => m.Text).HasMaxLength(40_000);
        builder.Property(m => m.Html).HasMaxLength(80_000);
        builder.Property(m => m.LastError).HasMaxLength(OutgoingMail.MaxError);
        builder.Property(m => m.Lease).IsConcurrencyToken();
        builder.HasIndex(m => m.Occasion).IsUnique();
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => m.QueuedUtc);
        builder.HasOne(m => m.Application).WithMany().HasForeignKey(m => m.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.State, m.NextAttemptUtc });
    }
}
