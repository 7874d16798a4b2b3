using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class PreparedDecisionConfiguration : IEntityTypeConfiguration<PreparedDecision>
{
    public void Configure(EntityTypeBuilder<PreparedDecision> builder)
    {
        builder.Property(d => d.ByName).HasMaxLength(Actor.MaxName);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => d.ApplicationId).IsUnique();
        builder.HasOne<Application>().WithMany().HasForeignKey(d => d.ApplicationId);
    }
}
