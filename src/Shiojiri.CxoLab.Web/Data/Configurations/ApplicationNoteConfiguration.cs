using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class ApplicationNoteConfiguration : IEntityTypeConfiguration<ApplicationNote>
{
    public void Configure(EntityTypeBuilder<ApplicationNote> builder)
    {
        builder.Property(n => n.Key).HasMaxLength(RandomToken.Length);
        builder.Property(n => n.Text).HasMaxLength(ApplicationNote.Limit * ApplicantLimits.UnitsPerCharacter);
        builder.Property(n => n.ByName).HasMaxLength(Actor.MaxName);
        builder.HasIndex(n => n.Key).IsUnique();
        builder.HasOne<Application>().WithMany().HasForeignKey(n => n.ApplicationId);
    }
}
