using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class FormQuestionConfiguration
    : IEntityTypeConfiguration<FormQuestion>, IEntityTypeConfiguration<FormQuestionRevision>, IEntityTypeConfiguration<QuestionAnswer>
{
    public void Configure(EntityTypeBuilder<FormQuestion> builder)
    {
        builder.Property(q => q.Key).HasMaxLength(RandomToken.Length);
        builder.Property(q => q.Version).IsConcurrencyToken();
        builder.HasIndex(q => q.Key).IsUnique();
        builder.HasIndex(q => new { q.CohortId, q.Position });
        builder.HasOne<Cohort>().WithMany().HasForeignKey(q => q.CohortId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(q => q.Revisions).WithOne().HasForeignKey(r => r.QuestionId);
    }

    public void Configure(EntityTypeBuilder<FormQuestionRevision> builder)
    {
        builder.ToTable("FormQuestionRevisions");
        builder.Property(r => r.Json).HasMaxLength(QuestionLimits.Json);
        builder.Property(r => r.SavedBy).HasMaxLength(Actor.MaxName);
        builder.HasIndex(r => new { r.QuestionId, r.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<QuestionAnswer> builder)
    {
        builder.ToTable("QuestionAnswers");
        builder.Property(a => a.Value).HasMaxLength(QuestionLimits.LongText * ApplicantLimits.UnitsPerCharacter);
        builder.Property(a => a.ChoiceKey).HasMaxLength(AskedQuestion.ChoiceKeyLength);
        builder.HasIndex(a => new { a.ApplicationId, a.QuestionId, a.Position }).IsUnique();
        builder.HasIndex(a => new { a.QuestionId, a.ChoiceKey });
        builder.HasOne<Application>().WithMany(a => a.Answers).HasForeignKey(a => a.ApplicationId);
        builder.HasOne<FormQuestion>().WithMany().HasForeignKey(a => a.QuestionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FormQuestionRevision>().WithMany().HasForeignKey(a => a.RevisionId).OnDelete(DeleteBehavior.Restrict);
    }
}
