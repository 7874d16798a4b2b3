using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>What staff set at the desk, as it holds now. Before the first save of a section the configuration's values hold.</summary>
internal sealed class CurrentSettings(
    IOptions<SiteSettings> site, IOptions<MailSettings> mail, ConfiguredValues configured, IHostEnvironment environment) : ISnapshotPart
{
    private static readonly BankAccount Sample = new("見本銀行", "見本支店", "普通", "0000000", "ミホン", IsSample: true);

    private IReadOnlyDictionary<(int? Cohort, SettingSection Section), Held> _newest = new Dictionary<(int?, SettingSection), Held>();

    public IReadOnlyList<Type> Entities { get; } = [typeof(SettingRevision)];

    public ProgrammeValues Programme => Find<ProgrammeValues>(null, SettingSection.Programme) ?? ProgrammeValues.BuiltIn;

    public ContactValues Contact => Find<ContactValues>(null, SettingSection.Contact) ?? configured.Contact;

    public SellerValues Seller => Find<SellerValues>(null, SettingSection.Seller) ?? configured.Seller;

    public PrivacyValues Privacy => Find<PrivacyValues>(null, SettingSection.Privacy) ?? configured.Privacy;

    /// <param name="cohortId">Null: the site's own.</param>
    public AccountValues AccountOf(int? cohortId) => Of<AccountValues>(cohortId, SettingSection.Account) ?? configured.Account;

    /// <param name="cohortId">Null: the site's own.</param>
    public FeeValues FeeOf(int? cohortId) => Of<FeeValues>(cohortId, SettingSection.Fee) ?? configured.Fee;

    /// <summary>The newest revision of a cohort's own, or of the site's; of a cohort perhaps one that gave its own up.</summary>
    public SettingRevision? Newest(int? cohortId, SettingSection section) => _newest.GetValueOrDefault((cohortId, section))?.Revision;

    /// <summary>The revision that holds for a cohort: its own, or else the site's; null when nobody saved one.</summary>
    public SettingRevision? Revision(int? cohortId, SettingSection section) =>
        cohortId is not null && Newest(cohortId, section) is { IsGivenUp: false } own ? own : Newest(null, section);

    /// <summary>What mails and pages need to know of the office, for one cohort or without any.</summary>
    public OfficeDetails OfficeOf(int? cohortId)
    {
        var account = AccountOf(cohortId);
        var fee = FeeOf(cohortId);
        return new OfficeDetails(
            Contact.Email ?? mail.Value.From!,
            Contact.Phone,
            site.Value.BaseUrl,
            AccountOf(account),
            fee.TransferFee,
            fee.Withdrawal)
        {
            RefundDays = fee.RefundDays,
            Programme = Programme,
        };
    }

    /// <summary>The same for somebody who was shown these terms: they hold on, whatever was set later. The account is today's, where money can arrive.</summary>
    public OfficeDetails OfficeOf(int cohortId, FeeValues? shown) => shown is null
        ? OfficeOf(cohortId)
        : OfficeOf(cohortId) with { TransferFee = shown.TransferFee, Withdrawal = shown.Withdrawal, RefundDays = shown.RefundDays };

    public SettingsInForce InForce(int? cohortId) => new(Contact, Seller, FeeOf(cohortId), AccountOf(cohortId), Privacy);

    /// <summary>The values that hold, as a revision would keep them.</summary>
    public string TextOf(int? cohortId, SettingSection section) => section switch
    {
        SettingSection.Programme => SettingRevision.Text(Programme),
        SettingSection.Contact => SettingRevision.Text(Contact),
        SettingSection.Account => SettingRevision.Text(AccountOf(cohortId)),
        SettingSection.Fee => SettingRevision.Text(FeeOf(cohortId)),
        SettingSection.Seller => SettingRevision.Text(Seller),
        SettingSection.Privacy => SettingRevision.Text(Privacy),
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, null),
    };

    public async Task LoadAsync(CxoLabDb db, CancellationToken ct)
    {
        var rows = await db.SettingRevisions.AsNoTracking()
            .Where(r => !db.SettingRevisions.Any(later => later.Scope == r.Scope && later.Number > r.Number))
            .OrderBy(r => r.Id)
            .Take(1000)
            .ToListAsync(ct);
        _newest = rows.ToDictionary(r => (r.CohortId, r.Section), r => new Held(r, SettingRevision.Read(r.Section, r.Json)));
    }

    // Nobody outside Development is ever shown an account that does not exist.
    private BankAccount? AccountOf(AccountValues account) =>
        account.IsComplete ? new BankAccount(account.Bank!, account.Branch!, account.Kind!, account.Number!, account.Holder!, IsSample: false)
        : environment.IsDevelopment() ? Sample
        : null;

    private T? Of<T>(int? cohortId, SettingSection section)
        where T : class => (cohortId is null ? null : Find<T>(cohortId, section)) ?? Find<T>(null, section);

    private T? Find<T>(int? cohortId, SettingSection section)
        where T : class => _newest.GetValueOrDefault((cohortId, section))?.Values as T;

    /// <param name="Values">Read once, not for every page and mail; null when a cohort gave its own up.</param>
    private sealed record Held(SettingRevision Revision, object? Values);
}
