using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Web.Data.Configurations;

internal sealed class ApplicationConfiguration : IEntityTypeConfiguration<Application>
{
    /// <summary>Those that count. Both engines take the brackets.</summary>
    public const string Counting = "[MergedIntoId] IS NULL";

    public void Configure(EntityTypeBuilder<Application> builder)
    {
        builder.Property(a => a.Number).HasMaxLength(ApplicationNumber.Length);
        builder.Property(a => a.Key).HasMaxLength(RandomToken.Length);
        builder.Property(a => a.Name).HasMaxLength(Room(ApplicantLimits.Name));
        builder.Property(a => a.Kana).HasMaxLength(Room(ApplicantLimits.Kana));
        builder.Property(a => a.Email).HasMaxLength(ApplicantLimits.Email);
        builder.Property(a => a.ActiveEmail).HasMaxLength(ApplicantLimits.Email);
        builder.Property(a => a.NormalizedEmail).HasMaxLength(ApplicantLimits.Email);
        builder.Property(a => a.SearchText).HasMaxLength(4000);
        builder.Property(a => a.KanaSortKey).HasMaxLength(KanaSortKey.Limit);
        builder.Property(a => a.PersonKey).HasMaxLength(SearchKey.PersonLength);
        builder.Property(a => a.PhoneKey).HasMaxLength(ApplicantLimits.Phone);
        builder.Ignore(a => a.IsMerged);
        builder.Ignore(a => a.IsErased);
        builder.Property(a => a.KeptBecause).HasMaxLength(Room(Application.KeptReasonLimit));
        builder.Property(a => a.KeptBy).HasMaxLength(Actor.MaxName);
        builder.Ignore(a => a.IsReachedByMail);
        builder.Ignore(a => a.Balance);
        builder.Ignore(a => a.Contact);
        builder.Property(a => a.Phone).HasMaxLength(ApplicantLimits.Phone);
        builder.Property(a => a.Residence).HasMaxLength(Room(ApplicantLimits.Residence));
        builder.Property(a => a.Occupation).HasMaxLength(Room(ApplicantLimits.Occupation));
        builder.Property(a => a.Motivation).HasMaxLength(Room(ApplicantLimits.Motivation));
        builder.Property(a => a.Skills).HasMaxLength(Room(ApplicantLimits.Skills));
        builder.Property(a => a.Relation).HasMaxLength(Room(ApplicantLimits.Relation));
        builder.Property(a => a.Version).IsConcurrencyToken();

        builder.HasIndex(a => a.Number).IsUnique();
        builder.HasIndex(a => a.Key).IsUnique();

        // One application per person and cohort. The column is null once withdrawn and without an address, and neither engine's index counts nulls.
        builder.HasIndex(a => new { a.CohortId, a.ActiveEmail }).IsUnique();

        builder.HasIndex(a => a.NormalizedEmail);
        builder.HasIndex(a => new { a.CohortId, a.ReceivedUtc });
        builder.HasIndex(a => new { a.CohortId, a.KanaSortKey });
        builder.HasIndex(a => new { a.CohortId, a.PersonKey });
        builder.HasIndex(a => new { a.CohortId, a.PhoneKey });

        // Few have one, and a new application has none of them: the indexes cost it nothing. The cohort beside the account tells SQLite that this is the narrower way.
        builder.HasIndex(a => a.MergedIntoId).HasFilter("[MergedIntoId] IS NOT NULL");
        builder.HasIndex(a => new { a.AssigneeId, a.CohortId }).HasFilter("[AssigneeId] IS NOT NULL");
        builder.HasIndex(a => a.ErasureNoticedOn).HasFilter("[ErasureNoticedOn] IS NOT NULL");

        IndexForCounting(builder);

        builder.HasOne<Cohort>().WithMany().HasForeignKey(a => a.CohortId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Attendance).WithOne().HasForeignKey("ApplicationId").IsRequired();
        builder.HasMany(a => a.Interests).WithOne().HasForeignKey("ApplicationId").IsRequired();
        builder.HasMany(a => a.Themes).WithOne().HasForeignKey("ApplicationId").IsRequired();
        builder.HasMany(a => a.StatusChanges).WithOne().HasForeignKey("ApplicationId").IsRequired();
        builder.HasOne<StaffAccount>().WithMany().HasForeignKey(a => a.AssigneeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Numbers).WithOne().HasForeignKey(n => n.ApplicationId);
        builder.HasMany(a => a.Merged).WithOne().HasForeignKey(a => a.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Ledger).WithOne().HasForeignKey("ApplicationId").IsRequired();
    }

    // What the desk counts is counted over one of these alone; each holds all that its question names, the column of its filter too.
    private static void IndexForCounting(EntityTypeBuilder<Application> builder)
    {
        builder.HasIndex(a => new { a.CohortId, a.Status, a.DueOn, a.Fee, a.ReceivedAmount, a.RefundedAmount, a.ReceivedOn, a.MergedIntoId })
            .HasFilter(Counting).HasDatabaseName("IX_Applications_Fees");
        builder.HasIndex(a => new { a.CohortId, a.ReceivedOn, a.MergedIntoId }).HasFilter(Counting).HasDatabaseName("IX_Applications_Days");
        builder.HasIndex(a => new { a.CohortId, a.Residence, a.HeardFrom, a.MergedIntoId }).HasFilter(Counting).HasDatabaseName("IX_Applications_Origins");
        builder.HasIndex(a => new { a.NormalizedEmail, a.CohortId, a.Status, a.Fee, a.ReceivedAmount, a.RefundedAmount, a.MergedIntoId })
            .HasFilter($"[Status] = 'Accepted' AND {Counting}").HasDatabaseName("IX_Applications_People");
    }

    private static int Room(int characters) => characters * ApplicantLimits.UnitsPerCharacter;
}
