using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Briefings;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Hosting.Keys;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>The one database, whichever engine holds it. Each engine has a subclass that carries its migrations.</summary>
internal abstract class CxoLabDb(DbContextOptions options, SiteKeys keys) : DbContext(options), IDataProtectionKeyContext
{
    private readonly List<Func<Task>> _afterSave = [];

    public DbSet<Cohort> Cohorts => Set<Cohort>();

    public DbSet<Briefing> Briefings => Set<Briefing>();

    public DbSet<Theme> Themes => Set<Theme>();

    public DbSet<Application> Applications => Set<Application>();

    public DbSet<IssuedNumber> IssuedNumbers => Set<IssuedNumber>();

    public DbSet<RepeatSubmission> RepeatSubmissions => Set<RepeatSubmission>();

    public DbSet<Inquiry> Inquiries => Set<Inquiry>();

    public DbSet<InquiryAnswer> InquiryAnswers => Set<InquiryAnswer>();

    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();

    public DbSet<PreparedDecision> PreparedDecisions => Set<PreparedDecision>();

    public DbSet<RefundAccount> RefundAccounts => Set<RefundAccount>();

    public DbSet<ApplicationNote> ApplicationNotes => Set<ApplicationNote>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<ApplicationTag> ApplicationTags => Set<ApplicationTag>();

    public DbSet<ReviewCriterion> ReviewCriteria => Set<ReviewCriterion>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<MailTemplate> MailTemplates => Set<MailTemplate>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<StaffAccount> StaffAccounts => Set<StaffAccount>();

    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();

    public DbSet<JobLease> JobLeases => Set<JobLease>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<Heartbeat> Heartbeats => Set<Heartbeat>();

    public DbSet<SettingRevision> SettingRevisions => Set<SettingRevision>();

    public DbSet<ContentItem> ContentItems => Set<ContentItem>();

    public DbSet<ContentRevision> ContentRevisions => Set<ContentRevision>();

    public DbSet<Picture> Pictures => Set<Picture>();

    public DbSet<StoredPictureFile> PictureFiles => Set<StoredPictureFile>();

    public DbSet<FormQuestion> FormQuestions => Set<FormQuestion>();

    public DbSet<FormQuestionRevision> FormQuestionRevisions => Set<FormQuestionRevision>();

    public DbSet<QuestionAnswer> QuestionAnswers => Set<QuestionAnswer>();

    public DbSet<SiteStamp> SiteStamps => Set<SiteStamp>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<AccessEntry> AccessEntries => Set<AccessEntry>();

    public DbSet<PendingSignIn> PendingSignIns => Set<PendingSignIn>();

    public DbSet<FirstStartLink> FirstStartLinks => Set<FirstStartLink>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>The keys of the audit log, newest first; they lie outside the database.</summary>
    public IReadOnlyList<byte[]> AuditKeys => keys.AuditLog;

    /// <summary>Runs a bulk write (ExecuteUpdate and its like) where the engine wants it; see <see cref="SqliteWriter"/>.</summary>
    public virtual Task<T> WriteAsync<T>(Func<CancellationToken, Task<T>> write, CancellationToken ct) => write(ct);

    /// <summary>Reads and saves while no other writer of this process comes in between, where the engine lets them take turns.</summary>
    public virtual Task<T> UndisturbedAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct) => work(ct);

    /// <summary>Does something once what is being saved is stored for good; not at all when it is not.</summary>
    public void AfterSave(Func<Task> act) => _afterSave.Add(act);

    /// <summary>
    /// Stores everything or nothing. After a lost race or a defect nothing is tracked any more: a later save must not try the same
    /// again. After a trouble that passes it all is still there, for whoever has to try again (a mail that has left).
    /// </summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        int rows;
        try
        {
            // Once for all who look at what has changed: the interceptors, the audit log and EF itself.
            ChangeTracker.DetectChanges();
            ChangeTracker.AutoDetectChangesEnabled = false;
            rows = await StoreAsync(cancellationToken);
        }
        catch (Exception failed) when (!DatabaseTrouble.Passes(failed))
        {
            ChangeTracker.Clear();
            throw;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }

        if (acceptAllChangesOnSuccess)
        {
            ChangeTracker.AcceptAllChanges();
        }

        foreach (var act in _afterSave)
        {
            await act();
        }

        return rows;
    }

    /// <summary>
    /// Refused: the order of the audit log and SQLite's writers depend on the asynchronous one. The framework alone stores the keys
    /// of Data Protection so.
    /// </summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        ChangeTracker.Entries().All(e => e.Entity is DataProtectionKey)
            ? base.SaveChanges(acceptAllChangesOnSuccess)
            : throw new NotSupportedException("Use SaveChangesAsync.");

    /// <summary>Brings the save about, where the engine wants it.</summary>
    protected virtual Task<int> StoreAsync(CancellationToken ct) => SaveOnceAsync(ct);

    /// <summary>The changes stay tracked as such until they are known to be stored.</summary>
    protected Task<int> SaveOnceAsync(CancellationToken ct)
    {
        _afterSave.Clear();
        return AuditChain.SaveAsync(this, () => base.SaveChangesAsync(acceptAllChangesOnSuccess: false, ct), ct);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CxoLabDb).Assembly);
        modelBuilder.Entity<DataProtectionKey>(key =>
        {
            key.Property(k => k.FriendlyName).HasMaxLength(200);
            key.Property(k => k.Xml).HasMaxLength(8000);
        });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Yen>().HaveConversion<YenConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<AuditAction>().HaveConversion<AuditActionConverter>().HaveMaxLength(AuditActions.MaxCode);
        configurationBuilder.Properties<FeeValues>().HaveConversion<FeeValuesConverter>().HaveMaxLength(SettingRevision.MaxJson);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }
}
