using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>What belongs to one cohort, in numbers.</summary>
/// <param name="Members">Whose part is settled (参加確定) and who can be reached by mail.</param>
/// <param name="Holding">Applications that hold a place.</param>
internal sealed record CohortCounts(int Briefings, int Criteria, int Applications, int Holding, int Waiting, int Members)
{
    public int Themes { get; init; }

    /// <summary>Own questions of the form, drafts too.</summary>
    public int Questions { get; init; }
}

/// <summary>What stands on top of each page of one cohort at the desk: its name, its stage, the way to its other pages.</summary>
internal sealed record CohortHead(Cohort Cohort, CohortCounts Counts, DateTime NowUtc)
{
    public string Address => $"/admin/cohorts/{Cohort.Ordinal}";

    public bool IsPublic => Cohort.IsPublicAt(NowUtc);

    /// <summary>Where it stands, and what that means to visitors.</summary>
    public string Standing => (Cohort.StageAt(NowUtc), Cohort.PublishedUtc) switch
    {
        (CohortStage.Preparing, { } from) => $"準備中・{JapanTime.Moment(from)}に公開します",
        (CohortStage.Preparing, null) => "準備中・サイトにはまだ出ていません",
        (CohortStage.Published, _) => $"公開中・{JapanTime.MonthDay(Cohort.TermStartsOn)}から開催",
        (CohortStage.Recruiting, _) => $"募集中・{JapanTime.MonthDay(Cohort.ClosesOn)}まで受け付けます",
        (CohortStage.Running, _) => $"開催中・{JapanTime.FullDate(Cohort.TermEndsOn)}まで",
        (CohortStage.Ended, _) => $"{JapanTime.FullDate(Cohort.TermEndsOn)}に終了しました",
        _ => throw new InvalidOperationException("An unknown stage."),
    };
}

/// <summary>Reads a cohort for its pages at the desk, in two statements.</summary>
internal sealed class CohortHeadQuery(CxoLabDb db, StaffScope scope, ProgrammeClock clock)
{
    /// <summary>Null when there is no such cohort to be seen.</summary>
    public async Task<CohortHead?> FindAsync(int ordinal, CancellationToken ct)
    {
        if (await scope.CohortAsync(ordinal, ct) is not { } cohort)
        {
            return null;
        }

        var counts = await db.Cohorts.Where(c => c.Id == cohort.Id)
            .Select(c => new CohortCounts(
                db.Briefings.Count(b => b.CohortId == c.Id),
                db.ReviewCriteria.Count(r => r.CohortId == c.Id),
                db.Applications.Count(a => a.CohortId == c.Id && a.MergedIntoId == null),
                db.Applications.Count(a => a.CohortId == c.Id && a.HoldsPlace),
                db.Applications.Count(a => a.CohortId == c.Id && a.MergedIntoId == null && a.Status == ApplicationStatus.Waitlisted),
                db.Applications.Count(a => a.CohortId == c.Id && a.MergedIntoId == null && a.Status == ApplicationStatus.Accepted && a.Email != null))
            {
                Themes = db.Themes.Count(t => t.CohortId == c.Id),
                Questions = db.FormQuestions.Count(q => q.CohortId == c.Id && q.RemovedUtc == null),
            })
            .SingleAsync(ct);
        return new CohortHead(cohort, counts, clock.UtcNow);
    }
}
