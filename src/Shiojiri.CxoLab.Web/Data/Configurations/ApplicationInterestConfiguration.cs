using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class ApplicationInterestConfiguration : IEntityTypeConfiguration<ApplicationInterest>
{
    public void Configure(EntityTypeBuilder<ApplicationInterest> builder)
    {
        builder.ToTable("ApplicationInterests");
        builder.HasOne<InterestArea>().WithMany().HasForeignKey(i => i.InterestAreaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex("ApplicationId", nameof(ApplicationInterest.InterestAreaId)).IsUnique();
    }
}
