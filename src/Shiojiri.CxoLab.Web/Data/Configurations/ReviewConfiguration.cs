using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class ReviewConfiguration : IEntityTypeConfiguration<Review>, IEntityTypeConfiguration<ReviewScore>, IEntityTypeConfiguration<ReviewCriterion>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.Property(r => r.ReviewerName).HasMaxLength(Actor.MaxName);
        builder.Property(r => r.Comment).HasMaxLength(Review.CommentLimit * ApplicantLimits.UnitsPerCharacter);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.ApplicationId, r.ReviewerId }).IsUnique();
        builder.HasOne<Application>().WithMany().HasForeignKey(r => r.ApplicationId);
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(r => r.ReviewerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Scores).WithOne().HasForeignKey("ReviewId").IsRequired();
    }

    public void Configure(EntityTypeBuilder<ReviewScore> builder)
    {
        builder.ToTable("ReviewScores");
        builder.HasOne<ReviewCriterion>().WithMany().HasForeignKey(s => s.CriterionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReviewCriterion> builder)
    {
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Property(c => c.Key).HasMaxLength(RandomToken.Length);
        builder.HasIndex(c => c.Key).IsUnique();
        builder.HasIndex(c => new { c.CohortId, c.Position }).IsUnique();
        builder.Property(c => c.Name).HasMaxLength(ReviewCriterion.NameLimit * ApplicantLimits.UnitsPerCharacter);
        builder.Property(c => c.Description).HasMaxLength(ReviewCriterion.DescriptionLimit * ApplicantLimits.UnitsPerCharacter);
        builder.HasOne<Cohort>().WithMany().HasForeignKey(c => c.CohortId);
    }
}
