using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Cohorts;

/// <summary>One run of the programme (期): its term, fee, curriculum and the time in which it takes applications.</summary>
public sealed partial class Cohort
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
        int? capacity = null,
        Admission? admission = null)
    {
        Ordinal = ordinal;
        Name = name;
        TermStartsOn = termStartsOn;
        TermEndsOn = termEndsOn;
        Fee = fee;
        OpensOn = recruitment.OpensOn;
        ClosesOn = recruitment.ClosesOn;
        Capacity = capacity;
        Admission = admission ?? Admission.Usual;
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

    /// <summary>How many can take part (定員), exactly or about; null: as many as come.</summary>
    public int? Capacity { get; private set; }

    /// <summary>How many hold a place, while there is a <see cref="Capacity"/>; else <see cref="Application.HoldsPlace"/> tells it of each.</summary>
    public int PlacesTaken { get; private set; }

    /// <summary>How many are on the waiting list (補欠), while there is a capacity; they come before anybody new.</summary>
    public int Waiting { get; private set; }

    public AdmissionMode AdmissionMode { get; private set; }

    public FeeTiming FeeTiming { get; private set; }

    public bool ConfirmsWhenPaid { get; private set; }

    public DateOnly? AnswersOn { get; private set; }

    public Admission Admission
    {
        get => new(AdmissionMode, FeeTiming, ConfirmsWhenPaid, AnswersOn);
        private set => (AdmissionMode, FeeTiming, ConfirmsWhenPaid, AnswersOn) = (value.Mode, value.FeeTiming, value.ConfirmsWhenPaid, value.AnswersOn);
    }

    /// <summary>約20名: told to visitors and counted, but nobody is turned to the waiting list by it.</summary>
    public bool CapacityIsAbout { get; private set; }

    /// <summary>The number of places after which the waiting list begins; null: there is no such number.</summary>
    public int? Limit => CapacityIsAbout ? null : Capacity;

    public bool HasFreePlace => Limit is null || PlacesTaken < Limit;

    public Guid Version { get; private set; }

    public IReadOnlyList<CurriculumSession> Sessions => _sessions;

    public IReadOnlyList<InterestArea> InterestAreas => _interestAreas;

    public RecruitmentPeriod Recruitment => new(OpensOn, ClosesOn);

    /// <summary>The sessions that ask 「参加できますか」: those on site that take place, in date order.</summary>
    public IReadOnlyList<CurriculumSession> OnSiteSessions =>
        [.. _sessions.Where(s => s.Place == Place.OnSite && !s.IsCancelled).OrderBy(s => s.StartsOn)];

    /// <summary>The next meeting that is not over at an instant, or null.</summary>
    public CurriculumSession? NextSessionAt(DateTime utc) => _sessions
        .Where(s => s.Kind == SessionKind.Session && !s.IsCancelled && !s.IsOverAt(utc))
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

    /// <summary>Sets how members are chosen; the caller sees to it that nobody has applied yet.</summary>
    public void Choose(Admission admission)
    {
        Admission = admission;
        Version = Guid.NewGuid();
    }

    /// <summary>
    /// Takes an application in (申し込みの受付), or says why not. Under 先着 it takes a place, or the end of the waiting list when
    /// none is free or somebody waits already; this cohort's version guards the last place against two people at the same instant.
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

        var application = new Application(this, applicant, nowUtc, channel);
        var hasPlace = HasPlaceForNew;
        Count(hasPlace && Admission.IsFirstCome ? 1 : 0, hasPlace ? 0 : 1);
        application.Begin(this, hasPlace, DueDate.After(toldUtc ?? nowUtc, paymentDays), Actor.Site, nowUtc);
        return new Reception.Accepted(application);
    }

    /// <summary>
    /// Takes in a form whose address already stands (重複した申し込み): refused whenever a new application would be, and with the number,
    /// fee, state and due day that a new one would get, so that whoever sends it can't tell the two apart. It takes no place.
    /// </summary>
    public Reception ReceiveRepeat(Application standing, Applicant typed, DateTime openedUtc, DateTime nowUtc, int paymentDays) =>
        RefusalAt(openedUtc, nowUtc) is { } reason
            ? new Reception.Refused(reason)
            : new Reception.Repeated(new RepeatSubmission(
                new IssuedNumber(ApplicationNumber.Draw(Ordinal), standing), typed, Fee,
                HasPlaceForNew && Admission.AsksOnApplying ? DueDate.After(nowUtc, paymentDays) : null, !HasPlaceForNew, nowUtc));

    /// <summary>Whether a form sent now gets a place: always but under 先着 with none free, or with somebody who waits already.</summary>
    public bool HasPlaceForNew => WouldHavePlaceForNew(PlacesTaken, Waiting);

    /// <summary>The same with other counts.</summary>
    public bool WouldHavePlaceForNew(int placesTaken, int waiting) => !Admission.IsFirstCome || Limit is null || (placesTaken < Limit && waiting == 0);

    /// <summary>Gives or takes the place that a changed state means, and keeps the count of those who wait. One under another application counts for neither.</summary>
    internal void Seat(Application application, ApplicationStatus from) => Seat(application, from == ApplicationStatus.Waitlisted);

    /// <summary>Gives the place anew to one that is no longer under another application.</summary>
    internal void Reseat(Application application) => Seat(application, waited: false);

    private void Seat(Application application, bool waited)
    {
        var holds = !application.IsMerged && (application.Status == ApplicationStatus.Accepted
            || (Admission.IsFirstCome && application.Status is ApplicationStatus.Received or ApplicationStatus.UnderReview));
        var waits = !application.IsMerged && application.Status == ApplicationStatus.Waitlisted;
        Count((holds ? 1 : 0) - (application.HoldsPlace ? 1 : 0), (waits ? 1 : 0) - (waited ? 1 : 0));
        application.HoldsPlace = holds;
    }

    // Without a capacity nobody has to wait for anybody: the row is not touched, so that many can apply at once.
    private void Count(int places, int waiting)
    {
        if (Capacity is not null && (places != 0 || waiting != 0))
        {
            PlacesTaken += places;
            Waiting += waiting;
            Version = Guid.NewGuid();
        }
    }

    private Refusal? RefusalAt(DateTime openedUtc, DateTime nowUtc) =>
        Recruitment.Accepts(openedUtc, nowUtc) ? null : Recruitment.HasOpenedAt(nowUtc) ? Refusal.Closed : Refusal.NotYetOpen;
}
