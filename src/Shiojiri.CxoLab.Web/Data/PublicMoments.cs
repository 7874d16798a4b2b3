using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Shiojiri.CxoLab.Briefings;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// The moments at which the clock alone changes what visitors see: midnight in Japan (days left, opening, deadline), the end of a session or a
/// briefing, the second at which a cohort or a text is published or taken down. Between two of them a page stays as it is unless somebody saves.
/// </summary>
internal sealed class PublicMoments(SiteContent content, ProgrammeClock clock) : ISnapshotPart
{
    private const int Most = 5_000;

    private DateTime[] _ofCohorts = [];

    public IReadOnlyList<Type> Entities { get; } =
        [typeof(Cohort), typeof(CurriculumSession), typeof(InterestArea), typeof(Briefing)];

    /// <summary>The first of them after an instant.</summary>
    public DateTime NextAfter(DateTime nowUtc)
    {
        DateTime[] next =
        [
            clock.IsDemo ? NextMinute(nowUtc) : JapanTime.EndOf(JapanTime.DayOf(nowUtc)),
            Next(_ofCohorts, nowUtc),
            Next(content.Moments, nowUtc),
        ];
        return next.Min();
    }

    /// <summary>Taking a place changes no page, but for the last one.</summary>
    public bool IsChangedBy(EntityEntry entry)
    {
        if (entry is not { State: EntityState.Modified, Entity: Cohort cohort })
        {
            return true;
        }

        var counts = new[] { nameof(Cohort.PlacesTaken), nameof(Cohort.Waiting), nameof(Cohort.Version) };
        return entry.Properties.Any(p => p.IsModified && !counts.Contains(p.Metadata.Name))
            || cohort.HasPlaceForNew != cohort.WouldHavePlaceForNew(
                (int)entry.Property(nameof(Cohort.PlacesTaken)).OriginalValue!, (int)entry.Property(nameof(Cohort.Waiting)).OriginalValue!);
    }

    public async Task LoadAsync(CxoLabDb db, CancellationToken ct)
    {
        var published = await db.Cohorts.Where(c => c.PublishedUtc != null).OrderByDescending(c => c.Id).Select(c => c.PublishedUtc!.Value).Take(Most).ToListAsync(ct);
        var sessions = await db.Cohorts.SelectMany(c => c.Sessions).Where(s => s.EndsAt != null)
            .OrderByDescending(s => s.EndsOn).Select(s => new { s.EndsOn, EndsAt = s.EndsAt!.Value }).Take(Most).ToListAsync(ct);
        var briefings = await db.Briefings.OrderByDescending(b => b.HeldOn).Select(b => new { b.HeldOn, b.EndsAt }).Take(Most).ToListAsync(ct);
        _ofCohorts =
        [
            .. published
                .Concat(sessions.Select(s => JapanTime.ToUtc(s.EndsOn, s.EndsAt)))
                .Concat(briefings.Select(b => JapanTime.ToUtc(b.HeldOn, b.EndsAt)))
                .Distinct().Order(),
        ];
    }

    private static DateTime Next(DateTime[] moments, DateTime nowUtc)
    {
        var index = Array.BinarySearch(moments, nowUtc);
        var next = index < 0 ? ~index : index + 1;
        return next < moments.Length ? moments[next] : DateTime.MaxValue;
    }

    // Under a demo clock every page shows the time.
    private static DateTime NextMinute(DateTime nowUtc) => nowUtc.AddTicks(TimeSpan.TicksPerMinute - (nowUtc.Ticks % TimeSpan.TicksPerMinute));
}
