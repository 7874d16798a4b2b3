using System.Diagnostics.CodeAnalysis;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Applications;

/// <summary>One person's application for one cohort (申し込み). Made by <see cref="Cohort.Receive"/> alone.</summary>
public sealed partial class Application
{
    private readonly List<QuestionAnswer> _answers = [];
    private readonly List<ApplicationAttendance> _attendance = [];
    private readonly List<ApplicationInterest> _interests = [];
    private readonly List<LedgerEntry> _ledger = [];
    private readonly List<IssuedNumber> _numbers = [];
    private readonly List<StatusChange> _statusChanges = [];

    private Application()
    {
    }

    internal Application(Cohort cohort, Applicant applicant, DateTime receivedUtc, Channel channel)
    {
        CohortId = cohort.Id;
        Number = ApplicationNumber.Draw(cohort.Ordinal);
        Key = applicant.Key;
        Name = applicant.Name;
        Kana = applicant.Kana;
        Email = applicant.Email;
        ActiveEmail = applicant.SharesAddress ? null : EmailKey(applicant.Email);
        Channel = channel;
        Phone = applicant.Phone;
        Residence = applicant.Residence;
        Occupation = applicant.Occupation;
        Motivation = applicant.Motivation;
        Skills = applicant.Skills;
        Relation = applicant.Relation;
        HeardFrom = applicant.HeardFrom;
        ReceivedUtc = receivedUtc;
        ReceivedOn = JapanTime.DayOf(receivedUtc);
        ConsentedUtc = receivedUtc;
        Fee = cohort.Fee;
        Version = Guid.NewGuid();
        _attendance.AddRange(applicant.Attendance.Select(a => new ApplicationAttendance(a.Key, a.Value)));
        _interests.AddRange(applicant.InterestAreaIds.Select(id => new ApplicationInterest(id)));
        _themes.AddRange(applicant.Themes.Select(t => new ApplicationTheme(t.ThemeId, t.Title)));
        _answers.AddRange(applicant.Answers.SelectMany(QuestionAnswer.Of));
        _ledger.Add(LedgerEntry.FeeDue(cohort.Fee, receivedUtc));
        _numbers.Add(new IssuedNumber(Number));
        IndexForSearch();
    }

    public int Id { get; private set; }

    public int CohortId { get; private set; }

    /// <summary>For people: see <see cref="ApplicationNumber"/>.</summary>
    public string Number { get; private set; } = "";

    /// <summary>For addresses: see <see cref="RandomToken"/>. Drawn when the form was opened, so a repeated sending is recognised.</summary>
    public string Key { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Kana { get; private set; } = "";

    /// <summary>Null for a person without one, whom staff reach by telephone (電話で連絡): no mail is made for them.</summary>
    public string? Email { get; private set; }

    /// <summary>
    /// The address as it is compared, while the application stands; null once withdrawn, without an address, and for the second of two
    /// people who share one. Unique within a cohort.
    /// </summary>
    public string? ActiveEmail { get; private set; }

    /// <summary>The address as it is compared, for good: by it a person's other applications are found.</summary>
    public string? NormalizedEmail { get; private set; }

    public string? Phone { get; private set; }

    public string Residence { get; private set; } = "";

    public string? Occupation { get; private set; }

    public string Motivation { get; private set; } = "";

    public string? Skills { get; private set; }

    public string? Relation { get; private set; }

    public HeardFrom? HeardFrom { get; private set; }

    /// <summary>The terms of payment and refund that were shown when it was sent (申し込みのときに示した条件); they hold whatever is set later. Null for older ones.</summary>
    public FeeValues? Terms { get; private set; }

    public DateTime ReceivedUtc { get; private set; }

    /// <summary>The day in Japan of <see cref="ReceivedUtc"/>, kept because no index can count by a day that is worked out.</summary>
    public DateOnly ReceivedOn { get; private set; }

    public DateTime ConsentedUtc { get; private set; }

    /// <summary>The fee agreed on, copied from the cohort so that a later change there does not touch it.</summary>
    public Yen Fee { get; private set; }

    /// <summary>The day by which the fee was asked (お支払い期限); null while it is not asked. See <see cref="FeeStatus"/>.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Whether it takes one of the cohort's places.</summary>
    public bool HoldsPlace { get; internal set; }

    public ApplicationStatus Status { get; private set; } = ApplicationStatus.Received;

    public Channel Channel { get; private set; }

    /// <summary>The account of the staff member who looks after it (担当), or null.</summary>
    public int? AssigneeId { get; private set; }

    /// <summary>Everything it can be found by, folded; see <see cref="SearchKey"/>.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The reading as lists are put in order by it; see <see cref="Text.KanaSortKey"/>.</summary>
    public string KanaSortKey { get; private set; } = "";

    /// <summary>Name and reading, folded and hashed: equal where two are called the same.</summary>
    public string PersonKey { get; private set; } = "";

    /// <summary>The telephone number as it is dialled inside the country: equal where two have the same; null without one.</summary>
    public string? PhoneKey { get; private set; }

    /// <summary>The version of the folds that <see cref="SearchText"/>, <see cref="KanaSortKey"/> and <see cref="PersonKey"/> were made by.</summary>
    public int SearchVersion { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>The answers to the cohort's own questions.</summary>
    public IReadOnlyList<QuestionAnswer> Answers => _answers;

    public IReadOnlyList<ApplicationAttendance> Attendance => _attendance;

    public IReadOnlyList<ApplicationInterest> Interests => _interests;

    public IReadOnlyList<LedgerEntry> Ledger => _ledger;

    /// <summary>Keeps the terms that were shown before it was sent.</summary>
    public void Keep(FeeValues terms) => Terms = terms;

    /// <summary>The form in which addresses are compared: without difference of case.</summary>
    [return: NotNullIfNotNull(nameof(email))]
    public static string? EmailKey(string? email) => email?.ToLowerInvariant();

    public IReadOnlyList<StatusChange> StatusChanges => _statusChanges;

    /// <summary>Its own number and those that repeats were given; see <see cref="IssuedNumber"/>.</summary>
    public IReadOnlyList<IssuedNumber> Numbers => _numbers;

    /// <summary>What has come in (入金の合計): the ledger's payments less those taken back. Kept by <see cref="Enter"/> alone.</summary>
    public Yen ReceivedAmount { get; private set; }

    /// <summary>What was given back (返金の合計): the ledger's refunds less those taken back. Kept by <see cref="Enter"/> alone.</summary>
    public Yen RefundedAmount { get; private set; }

    /// <summary>Right whether or not the ledger has been read.</summary>
    public Balance Balance => Balance.Of(Fee, ReceivedAmount, RefundedAmount);

    /// <summary>Whether a mail can be made for this person; if not, they are reached by telephone.</summary>
    public bool IsReachedByMail => Email is not null;

    public Contact Contact => new(Name, Kana, Email, Phone, Residence);

    /// <summary>Nothing of one that is under another: no money of it is here, and none is asked.</summary>
    public FeeStatus FeeStatusOn(DateOnly today) => FeeStatus.Of(IsMerged ? ApplicationStatus.Withdrawn : Status, Balance, DueOn, today);

    /// <summary>Staff correct how the person is called and reached.</summary>
    public void Correct(Contact contact)
    {
        ThrowIfErased();
        var isSameAddress = EmailKey(contact.Email) == NormalizedEmail;
        (Name, Kana, Email, Phone, Residence) = (contact.Name, contact.Kana, contact.Email, contact.Phone, contact.Residence);
        ActiveEmail = isSameAddress ? ActiveEmail : Status == ApplicationStatus.Withdrawn ? null : EmailKey(contact.Email);
        IndexForSearch();
        Version = Guid.NewGuid();
    }

    public void AssignTo(int? accountId)
    {
        ThrowIfErased();
        AssigneeId = accountId;
        Version = Guid.NewGuid();
    }

    /// <summary>Folds anew all that it is found and ordered by. Nothing that people see changes, and so the version stays.</summary>
    public void IndexForSearch()
    {
        // Of whoever was erased nothing but the number leads here.
        if (IsErased)
        {
            (NormalizedEmail, PhoneKey, KanaSortKey, PersonKey) = (null, null, "", "");
            (SearchText, SearchVersion) = (SearchKey.Of(Name, Number), SearchKey.Version);
            return;
        }

        NormalizedEmail = EmailKey(Email);
        SearchText = SearchKey.OfPerson(Name, Kana, Phone, Email, Number, Residence);
        KanaSortKey = Text.KanaSortKey.Of(Kana);
        PersonKey = SearchKey.PersonOf(Name, Kana);
        PhoneKey = PhoneNumber.AtHome(Phone);
        SearchVersion = SearchKey.Version;
    }
}
