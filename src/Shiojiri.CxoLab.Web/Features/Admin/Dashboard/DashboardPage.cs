using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;

namespace Shiojiri.CxoLab.Web.Features.Admin.Dashboard;

/// <summary>How a cohort's recruitment stands at this moment. All numbers of applications are sums of a few groups that the database has counted.</summary>
internal sealed record DashboardPage(Cohort Cohort, int? Asked, IReadOnlyList<Cohort> Cohorts, DateTime NowUtc, DashboardReading Reading)
{
    private const int MostBars = 10;

    /// <summary>Cohorts whose recruitment is kept shut, or will be within a week, by something that is missing (公開前の確認).</summary>
    public IReadOnlyList<(Cohort Cohort, int Missing)> Held { get; init; } = [];

    public DateOnly Today => JapanTime.DayOf(NowUtc);

    public IReadOnlyList<ApplicantFacts> Facts => Reading.Facts;

    public RecruitmentStatus RecruitmentStatus => Cohort.RecruitmentStatusAt(NowUtc);

    public int Count => Sum(_ => true);

    public int OfToday => Reading.PerDay.Where(d => d.On == Today).Sum(d => d.Count);

    public int OfWeek => Reading.PerDay.Where(d => d.On > Today.AddDays(-7)).Sum(d => d.Count);

    public int TakingPart => Sum(a => a.TakesPart);

    public Yen Received => new(Facts.Sum(a => a.Received.Amount * a.Count));

    /// <summary>先着: how many of the waiting list can be offered a place now.</summary>
    public int PlacesToOffer => Cohort is { Admission.IsFirstCome: true, Limit: { } capacity }
        ? Math.Min(Math.Max(0, capacity - Cohort.PlacesTaken), InStatus(ApplicationStatus.Waitlisted))
        : 0;

    /// <summary>The waiting list, the first to come first.</summary>
    public string WaitingListUrl => $"/admin/applications{new ApplicantFilter { Cohort = Asked, Status = ApplicationStatus.Waitlisted.Word(), Sort = ApplicantSort.Oldest.Word() }.Query()}";

    public int In(PaymentFilter filter) => Sum(a => a.Is(filter, Today));

    public int InStatus(ApplicationStatus decision) => Sum(a => a.Status == decision);

    /// <summary>The list of applicants, narrowed down.</summary>
    public string ListUrl(ApplicationStatus? decision = null, PaymentFilter? payment = null) =>
        $"/admin/applications{new ApplicantFilter { Cohort = Asked, Status = decision?.Word(), Payment = payment?.Word() }.Query()}";

    public DashboardFunnel Funnel => new(Facts, Today);

    public IReadOnlyList<DashboardTask> Tasks(bool mayDecide) => DashboardTasks.Of(this, mayDecide);

    public BarList Sources => new("知ったきっかけ", "きっかけ", Ranked(a => a.HeardFrom is { } source ? ApplyChoices.HeardFrom.Values.First(c => c.Answer == source).Label : "未回答"));

    public BarList Places => new("お住まい", "お住まい", Ranked(a => a.Residence.Length > 0 ? a.Residence : "削除済み")) { Shown = MostBars };

    /// <summary>From the first application to today or the deadline, whichever came first.</summary>
    public IReadOnlyList<(DateOnly On, int Count)> Days
    {
        get
        {
            var perDay = Reading.PerDay.ToDictionary(d => d.On, d => d.Count);
            var first = perDay.Keys.Min();
            var last = new[] { perDay.Keys.Max(), Today < Cohort.ClosesOn ? Today : Cohort.ClosesOn }.Max();
            return [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).Select(day => (day, perDay.GetValueOrDefault(day)))];
        }
    }

    public DayChart Chart(bool isNarrow) => DayChart.Of(Days, Cohort.ClosesOn, Reading.Briefings, Today, isNarrow);

    private int Sum(Func<ApplicantFacts, bool> which) => Facts.Where(which).Sum(a => a.Count);

    private IReadOnlyList<(string Label, int Count)> Ranked(Func<Origin, string> of) =>
        [.. Reading.Origins.GroupBy(of).Select(g => (g.Key, g.Sum(o => o.Count))).OrderByDescending(g => g.Item2).ThenBy(g => g.Key, StringComparer.Ordinal)];
}

/// <summary>What the database said.</summary>
/// <param name="People">Different addresses that take part, over all cohorts one may see.</param>
internal sealed record DashboardReading(
    IReadOnlyList<ApplicantFacts> Facts, IReadOnlyList<NewestApplicant> Newest, int FailedMails, int Prepared, int People)
{
    /// <summary>How many applied on each day on which somebody did.</summary>
    public IReadOnlyList<(DateOnly On, int Count)> PerDay { get; init; } = [];

    /// <summary>The days of the briefings.</summary>
    public IReadOnlyList<DateOnly> Briefings { get; init; } = [];

    public IReadOnlyList<Origin> Origins { get; init; } = [];

    /// <summary>Mails that have waited for more than ten minutes.</summary>
    public int UnsentMails { get; init; }

    /// <summary>Questions that nobody has answered.</summary>
    public int OpenInquiries { get; init; }

    /// <summary>Applications whose months of keeping are over within 30 days, where the person may do anything about it.</summary>
    public int NearErasure { get; init; }

    /// <summary>When the oldest mail that could not be sent was queued, as the programme's clock shows it.</summary>
    public DateOnly? OldestFailedMail { get; init; }

    public DateOnly? OldestInquiry { get; init; }
}

/// <summary>How many live in a place and heard of the programme in one way.</summary>
internal sealed record Origin(string Residence, HeardFrom? HeardFrom, int Count);

internal sealed record NewestApplicant(string Number, string Name, string Residence, DateTime ReceivedUtc);

/// <summary>Counts as bars, the longest first.</summary>
internal sealed record BarList(string Title, string Column, IReadOnlyList<(string Label, int Count)> Rows)
{
    public int Shown { get; init; } = int.MaxValue;

    public int Total => Rows.Sum(r => r.Count);

    public int Most => Rows.Max(r => r.Count);

    /// <summary>Those that are drawn; what is left over is one bar.</summary>
    public IEnumerable<(string Label, int Count)> Bars =>
        Rows.Count <= Shown ? Rows : Rows.Take(Shown - 1).Append(("そのほか", Rows.Skip(Shown - 1).Sum(r => r.Count)));
}
