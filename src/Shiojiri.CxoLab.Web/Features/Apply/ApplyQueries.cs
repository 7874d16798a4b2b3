using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Features.Apply;

/// <summary>
/// What is asked whenever a form is sent. EF takes longer to recognise such a question than the database to answer it, so each is compiled once;
/// for the site's one model, which is why this is no static.
/// </summary>
internal sealed class ApplyQueries
{
    private readonly Func<CxoLabDb, string, CancellationToken, Task<bool>> _isKnown = EF.CompileAsyncQuery(
        (CxoLabDb db, string key, CancellationToken ct) =>
            db.Applications.Where(a => a.Key == key).Select(a => a.Id)
                .Concat(db.RepeatSubmissions.Where(r => r.Key == key).Select(r => r.Id))
                .Any());

    // Each address by its own index: joined by "or", they would be looked for in all applications of the cohort.
    private readonly Func<CxoLabDb, int, string, CancellationToken, Task<Receiver>> _receiver = EF.CompileAsyncQuery(
        (CxoLabDb db, int cohortId, string email, CancellationToken ct) =>
            db.Cohorts.Where(c => c.Id == cohortId)
                .SelectMany(
                    _ => db.Applications
                        .Where(a => db.Applications.Where(o => o.CohortId == cohortId && o.ActiveEmail == email).Select(o => o.Id)
                            .Concat(db.Applications.Where(m => m.CohortId == cohortId && m.NormalizedEmail == email && m.MergedIntoId != null).Select(m => m.MergedIntoId!.Value))
                            .Contains(a.Id)
                            && (a.ActiveEmail == email || a.Status != ApplicationStatus.Withdrawn))
                        .OrderByDescending(a => a.ActiveEmail == email)
                        .Take(1)
                        .DefaultIfEmpty(),
                    (cohort, standing) => new Receiver(cohort, standing))
                .Single());

    /// <summary>Whether the form with this key has been sent before.</summary>
    public Task<bool> IsKnownAsync(CxoLabDb db, string key, CancellationToken ct) => _isKnown(db, key, ct);

    /// <summary>
    /// The cohort itself, tracked and read just now: a place is taken on it, and a capacity may have been set since the page was read. With it the
    /// application that stands under this address; one that was put under another application stands for that other one.
    /// </summary>
    public Task<Receiver> ReceiverAsync(CxoLabDb db, int cohortId, string email, CancellationToken ct) =>
        _receiver(db, cohortId, Application.EmailKey(email)!, ct);
}

/// <summary>Who takes an application in, and what stands there already under its address.</summary>
internal sealed record Receiver(Cohort Cohort, Application? Standing);
