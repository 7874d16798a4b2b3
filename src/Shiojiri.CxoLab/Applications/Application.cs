using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Applications;

/// <summary>One person's application for one cohort (申し込み). Made by <see cref="Cohort.Receive"/> alone.</summary>
public sealed class Application
{
    private readonly List<ApplicationAttendance> _attendance = [];
    private readonly List<ApplicationInterest> _interests = [];
    private readonly List<LedgerEntry> _ledger = [];

    private Application()
    {
    }

    internal Application(Cohort cohort, Applicant applicant, DateTime receivedUtc, DateOnly dueOn)
    {
        CohortId = cohort.Id;
        Number = ApplicationNumber.Draw(cohort.Ordinal);
        Key = applicant.Key;
        Name = applicant.Name;
        Kana = applicant.Kana;
        Email = applicant.Email;
        ActiveEmail = EmailKey(applicant.Email);
        Phone = applicant.Phone;
        Residence = applicant.Residence;
        Occupation = applicant.Occupation;
        Motivation = applicant.Motivation;
        Skills = applicant.Skills;
        Relation = applicant.Relation;
        HeardFrom = applicant.HeardFrom;
        ReceivedUtc = receivedUtc;
        ConsentedUtc = receivedUtc;
        Fee = cohort.Fee;
        DueOn = dueOn;
        Version = Guid.NewGuid();
        _attendance.AddRange(applicant.Attendance.Select(a => new ApplicationAttendance(a.Key, a.Value)));
        _interests.AddRange(applicant.InterestAreaIds.Select(id => new ApplicationInterest(id)));
        _ledger.Add(LedgerEntry.FeeDue(cohort.Fee, receivedUtc));
    }

    public int Id { get; private set; }

    public int CohortId { get; private set; }

    /// <summary>For people: see <see cref="ApplicationNumber"/>.</summary>
    public string Number { get; private set; } = "";

    /// <summary>For addresses: see <see cref="ApplicationKey"/>. Drawn when the form was opened, so a repeated sending is recognised.</summary>
    public string Key { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Kana { get; private set; } = "";

    public string Email { get; private set; } = "";

    /// <summary>The address as it is compared, while the application stands; null once withdrawn. Unique within a cohort.</summary>
    public string? ActiveEmail { get; private set; }

    public string? Phone { get; private set; }

    public string Residence { get; private set; } = "";

    public string? Occupation { get; private set; }

    public string Motivation { get; private set; } = "";

    public string? Skills { get; private set; }

    public string? Relation { get; private set; }

    public HeardFrom? HeardFrom { get; private set; }

    public DateTime ReceivedUtc { get; private set; }

    public DateTime ConsentedUtc { get; private set; }

    /// <summary>The fee agreed on, copied from the cohort so that a later change there does not touch it.</summary>
    public Yen Fee { get; private set; }

    public DateOnly DueOn { get; private set; }

    public Decision Decision { get; private set; } = Decision.Received;

    public Guid Version { get; private set; }

    public IReadOnlyList<ApplicationAttendance> Attendance => _attendance;

    public IReadOnlyList<ApplicationInterest> Interests => _interests;

    public IReadOnlyList<LedgerEntry> Ledger => _ledger;

    /// <summary>The form in which addresses are compared: without difference of case.</summary>
    public static string EmailKey(string email) => email.ToLowerInvariant();

    /// <summary>The person steps back (辞退): the address becomes free for another application.</summary>
    public void Withdraw()
    {
        Decision = Decision.Withdrawn;
        ActiveEmail = null;
        Version = Guid.NewGuid();
    }
}
