namespace Shiojiri.CxoLab.Cohorts;

/// <summary>Where a cohort stands in its life (期の段階).</summary>
public enum CohortStage
{
    /// <summary>準備中: for staff alone.</summary>
    Preparing,

    /// <summary>公開: visitors see it, and nobody can apply.</summary>
    Published,

    /// <summary>募集中</summary>
    Recruiting,

    /// <summary>開催中</summary>
    Running,

    /// <summary>終了</summary>
    Ended,
}

public static class CohortStageLabel
{
    /// <summary>準備中, 公開 …</summary>
    public static string Label(this CohortStage stage) => stage switch
    {
        CohortStage.Preparing => "準備中",
        CohortStage.Published => "公開",
        CohortStage.Recruiting => "募集中",
        CohortStage.Running => "開催中",
        CohortStage.Ended => "終了",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };
}

public sealed partial class Cohort
{
    /// <summary>From when on visitors see it (公開); null: not until staff publish it. May lie ahead.</summary>
    public DateTime? PublishedUtc { get; private set; }

    public bool IsPublicAt(DateTime utc) => PublishedUtc <= utc;

    /// <summary>Follows from publishing and dates alone. Of recruitment and a term that overlap, recruitment is told: it asks for an act.</summary>
    public CohortStage StageAt(DateTime utc) =>
        !IsPublicAt(utc) ? CohortStage.Preparing
        : utc >= JapanTime.EndOf(TermEndsOn) ? CohortStage.Ended
        : Recruitment.IsOpenAt(utc) ? CohortStage.Recruiting
        : JapanTime.DayOf(utc) >= TermStartsOn ? CohortStage.Running
        : CohortStage.Published;

    /// <summary>Shows it to visitors from an instant on (公開する). The newest that is public is the one the site tells of.</summary>
    public void Publish(DateTime fromUtc)
    {
        PublishedUtc = fromUtc;
        Version = Guid.NewGuid();
    }

    /// <summary>Takes it from the site again (公開をやめる); the caller sees to it that nobody has applied.</summary>
    public void Unpublish()
    {
        PublishedUtc = null;
        Version = Guid.NewGuid();
    }

    /// <summary>Gives it another name, term and fee. Whoever applied keeps the fee that was shown.</summary>
    public void Change(string name, DateOnly termStartsOn, DateOnly termEndsOn, Yen fee)
    {
        (Name, TermStartsOn, TermEndsOn, Fee) = (name, termStartsOn, termEndsOn, fee);
        Version = Guid.NewGuid();
    }

    /// <summary>Adds a date to its curriculum; its slug is unlike any other's of this cohort.</summary>
    public void Add(CurriculumSession session) => _sessions.Add(session);

    /// <summary>Adds an area that applicants may name, behind the others.</summary>
    public void AddInterestArea(string name) => _interestAreas.Add(new InterestArea(_interestAreas.Select(a => a.Position).DefaultIfEmpty().Max() + 1, name));

    /// <summary>Moves the days of recruitment: an opening day, a longer or an earlier deadline (募集期間の変更).</summary>
    public void Recruit(RecruitmentPeriod period)
    {
        (OpensOn, ClosesOn) = (period.OpensOn, period.ClosesOn);
        Version = Guid.NewGuid();
    }

    /// <summary>Sets the number of places, with the counts of who holds one and who waits, as the applications say.</summary>
    public void Limits(int? capacity, bool isAbout, int placesTaken, int waiting)
    {
        (Capacity, CapacityIsAbout, PlacesTaken, Waiting) = (capacity, isAbout && capacity is not null, placesTaken, waiting);
        Version = Guid.NewGuid();
    }
}
