using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Cohorts;

/// <summary>One run of the programme (期): its term, fee, curriculum and the time in which it takes applications.</summary>
public sealed class Cohort
{
    private readonly List<CurriculumSession> _sessions = [];
    private readonly List<InterestArea> _interestAreas = [];

    private Cohort()
    {
    }

    public Cohort(
        int ordinal,
        string name,
        DateOnly termStartsOn,
        DateOnly termEndsOn,
        Yen fee,
        RecruitmentPeriod recruitment,
        IEnumerable<CurriculumSession> sessions,
        IEnumerable<InterestArea> interestAreas,
        int? capacity = null)
    {
        Ordinal = ordinal;
        Name = name;
        TermStartsOn = termStartsOn;
        TermEndsOn = termEndsOn;
        Fee = fee;
        OpensOn = recruitment.OpensOn;
        ClosesOn = recruitment.ClosesOn;
        Capacity = capacity;
        Version = Guid.NewGuid();
        _sessions.AddRange(sessions);
        _interestAreas.AddRange(interestAreas);
    }

    public int Id { get; private set; }

    /// <summary>3 for 第三期.</summary>
    public int Ordinal { get; private set; }

    public string Name { get; private set; } = "";

    public DateOnly TermStartsOn { get; private set; }

    public DateOnly TermEndsOn { get; private set; }

    public Yen Fee { get; private set; }

    public DateOnly? OpensOn { get; private set; }

    public DateOnly ClosesOn { get; private set; }

    /// <summary>How many applications are taken (定員); null: as many as come.</summary>
    public int? Capacity { get; private set; }

    public int PlacesTaken { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<CurriculumSession> Sessions => _sessions;

    public IReadOnlyList<InterestArea> InterestAreas => _interestAreas;

    public RecruitmentPeriod Recruitment => new(OpensOn, ClosesOn);

    /// <summary>The sessions that ask 「参加できますか」: those on site, in date order.</summary>
    public IReadOnlyList<CurriculumSession> OnSiteSessions =>
        [.. _sessions.Where(s => s.Place == Place.OnSite).OrderBy(s => s.StartsOn)];

    /// <summary>The next meeting that is not over at an instant, or null.</summary>
    public CurriculumSession? NextSessionAt(DateTime utc) => _sessions
        .Where(s => s.Kind == SessionKind.Session && !s.IsOverAt(utc))
        .OrderBy(s => s.StartsOn)
        .FirstOrDefault();

    public RecruitmentStatus RecruitmentStatusAt(DateTime utc)
    {
        var today = JapanTime.DayOf(utc);
        var state = utc >= JapanTime.EndOf(TermEndsOn) ? RecruitmentState.Preparing
            : Recruitment.IsOpenAt(utc) ? RecruitmentState.Open
            : Recruitment.HasOpenedAt(utc) ? RecruitmentState.Closed
            : RecruitmentState.OpeningSoon;
        var isOpen = state == RecruitmentState.Open;

        return new RecruitmentStatus(
            state, state == RecruitmentState.Preparing ? null : Name, OpensOn, ClosesOn,
            isOpen ? ClosesOn.DayNumber - today.DayNumber : null,
            isOpen && today > TermStartsOn);
    }

    /// <summary>
    /// Takes an application in (申し込みの受付), or says why not. With a capacity the place is taken on this cohort, whose
    /// version guards the last one against two people at the same instant.
    /// </summary>
    /// <param name="openedUtc">When the form was opened; see <see cref="RecruitmentPeriod.Accepts"/>.</param>
    /// <param name="paymentDays">Days until the fee is due; see <see cref="DueDate.After"/>.</param>
    /// <param name="toldUtc">When the person is told how to pay, from which the days count; null: at once.</param>
    public Reception Receive(
        Applicant applicant, DateTime openedUtc, DateTime nowUtc, int paymentDays, Channel channel = Channel.Web, DateTime? toldUtc = null)
    {
        if (RefusalAt(openedUtc, nowUtc) is { } reason)
        {
            return new Reception.Refused(reason);
        }

        if (Capacity is not null)
        {
            PlacesTaken++;
            Version = Guid.NewGuid();
        }

        return new Reception.Accepted(new Application(this, applicant, nowUtc, DueDate.After(toldUtc ?? nowUtc, paymentDays), channel));
    }

    /// <summary>
    /// Takes in a form whose address already stands (重複した申し込み): refused whenever a new application would be, and with the number,
    /// fee and due day that a new one would get, so that whoever sends it can't tell the two apart. It takes no place.
    /// </summary>
    public Reception ReceiveRepeat(Application standing, Applicant typed, DateTime openedUtc, DateTime nowUtc, int paymentDays) =>
        RefusalAt(openedUtc, nowUtc) is { } reason
            ? new Reception.Refused(reason)
            : new Reception.Repeated(new RepeatSubmission(
                new IssuedNumber(ApplicationNumber.Draw(Ordinal), standing), typed, Fee, DueDate.After(nowUtc, paymentDays), nowUtc));

    /// <summary>Somebody stepped back (辞退): with a capacity, the place is free again.</summary>
    public void FreePlace()
    {
        if (Capacity is not null && PlacesTaken > 0)
        {
            PlacesTaken--;
            Version = Guid.NewGuid();
        }
    }

    private Refusal? RefusalAt(DateTime openedUtc, DateTime nowUtc) =>
        !Recruitment.Accepts(openedUtc, nowUtc) ? Recruitment.HasOpenedAt(nowUtc) ? Refusal.Closed : Refusal.NotYetOpen
        : PlacesTaken >= Capacity ? Refusal.Full
        : null;
}
