using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.Property(v => v.Name).HasMaxLength(SavedView.MaxName * ApplicantLimits.UnitsPerCharacter);
        builder.Property(v => v.Query).HasMaxLength(SavedView.MaxQuery);
        builder.HasIndex(v => new { v.AccountId, v.Name }).IsUnique();
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(v => v.AccountId);
    }
}
