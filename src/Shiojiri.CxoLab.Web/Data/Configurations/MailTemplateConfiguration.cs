using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class MailTemplateConfiguration : IEntityTypeConfiguration<MailTemplate>
{
    public void Configure(EntityTypeBuilder<MailTemplate> builder)
    {
        builder.Property(t => t.Subject).HasMaxLength(MailText.SubjectLimit * ApplicantLimits.UnitsPerCharacter);
        builder.Property(t => t.Title).HasMaxLength(MailText.TitleLimit * ApplicantLimits.UnitsPerCharacter);
        builder.Property(t => t.Body).HasMaxLength(MailText.BodyLimit * ApplicantLimits.UnitsPerCharacter);
        builder.Property(t => t.ChangedBy).HasMaxLength(Actor.MaxName);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => new { t.CohortId, t.Kind }).IsUnique();
        builder.HasOne<Cohort>().WithMany().HasForeignKey(t => t.CohortId);
    }
}
