using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Shiojiri.CxoLab.Briefings;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// The cohorts that are or will be public, in memory, with their sessions, areas and briefings. Their counts of places are those of the moment they were
/// read at; only whether there is a place at all is kept in step. Whoever takes a place reads the cohort anew.
/// </summary>
internal sealed class PublishedCohorts : ISnapshotPart
{
    // Two a year, with a handful of briefings each.
    private const int Most = 200;
    private const int MostBriefings = 2_000;

    private Held? _held;

    public IReadOnlyList<Type> Entities { get; } = [typeof(Cohort), typeof(CurriculumSession), typeof(InterestArea), typeof(Briefing)];

    public bool IsKnown => _held is not null;

    /// <summary>The moments at which the clock alone changes what is told of them: a publication, the end of a session or a briefing.</summary>
    public DateTime[] Moments => _held?.Moments ?? [];

    /// <summary>Those that are public at an instant, the newest first.</summary>
    public IEnumerable<Cohort> PublicAt(DateTime utc) => (_held?.Cohorts ?? []).Where(c => c.IsPublicAt(utc));

    /// <summary>Null when it has no day of publication, or nothing was read yet.</summary>
    public Cohort? Find(int id) => _held?.Cohorts.FirstOrDefault(c => c.Id == id);

    /// <summary>In date order; none without a cohort.</summary>
    public IReadOnlyList<Briefing> BriefingsOf(Cohort? cohort) => [.. _held?.Briefings[cohort?.Id] ?? []];

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
        var cohorts = await db.Cohorts.AsNoTracking()
            .Where(c => c.PublishedUtc != null)
            .WithSessions()
            .WithAreas()
            .OrderByDescending(c => c.Ordinal)
            .Take(Most)
            .AsSplitQuery()
            .ToListAsync(ct);
        var briefings = await db.Briefings.AsNoTracking().Where(b => b.CohortId != null)
            .OrderByDescending(b => b.HeldOn).Take(MostBriefings).ToListAsync(ct);
        var moments = cohorts.Select(c => c.PublishedUtc!.Value)
            .Concat(cohorts.SelectMany(c => c.Sessions).Where(s => s.EndsAt is not null).Select(s => JapanTime.ToUtc(s.EndsOn, s.EndsAt!.Value)))
            .Concat(briefings.Select(b => JapanTime.ToUtc(b.HeldOn, b.EndsAt)));
        _held = new Held(cohorts, briefings.OrderBy(b => b.HeldOn).ToLookup(b => b.CohortId), [.. moments.Distinct().Order()]);
    }

    private sealed record Held(IReadOnlyList<Cohort> Cohorts, ILookup<int?, Briefing> Briefings, DateTime[] Moments);
}
