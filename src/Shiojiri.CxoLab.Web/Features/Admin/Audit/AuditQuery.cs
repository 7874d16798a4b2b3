using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Audit;

/// <summary>Reads one page of the log of changes, or of the log of views.</summary>
internal sealed class AuditQuery(CxoLabDb db, StaffScope scope, AuditLineBuilder lines, TimeProvider time)
{
    private const int PageSize = 100;
    private const int MostPeople = 200;

    public async Task<AuditPage> OfAsync(AuditFilter filter, CancellationToken ct)
    {
        var subjects = await SubjectsAsync(filter.Subject, ct);
        var rows = Narrowed(db.AuditEntries.Select(e => new AuditRow
        {
            Order = e.Sequence,
            AtUtc = e.AtUtc,
            ActorId = e.ActorId,
            ActorName = e.ActorName,
            Action = e.Action,
            Subject = e.Subject,
            Before = e.Before,
            After = e.After,
            IsErased = e.Salt == null,
        }), filter, subjects);
        var views = Narrowed(db.AccessEntries.Select(e => new AuditRow
        {
            Order = e.Id,
            AtUtc = e.AtUtc,
            ActorId = e.ActorId,
            ActorName = e.ActorName,
            Action = e.Action,
            Subject = e.Subject,
            After = e.Details,
        }), filter, subjects);
        var byAction = await rows.GroupBy(r => r.Action).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var counts = AuditFilter.Choices.ToDictionary(c => c.Key, c => c.Actions.Sum(a => byAction.GetValueOrDefault(a)));
        counts[AuditFilter.Views] = await views.CountAsync(ct);

        var pages = Math.Max(1, (counts[filter.Choice.Key] + PageSize - 1) / PageSize);
        var at = Math.Clamp(filter.Page ?? 1, 1, pages);
        var actions = filter.Choice.Actions;
        var asked = filter.Choice.Key == AuditFilter.Views ? views : rows.Where(r => actions.Contains(r.Action));
        var page = await asked.OrderByDescending(r => r.AtUtc).ThenByDescending(r => r.Order).Skip((at - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return new AuditPage(filter, await lines.OfAsync(page, ct), counts, await ActorsAsync(ct), JapanTime.DayOf(time.GetUtcNow().UtcDateTime), at, pages);
    }

    // A number, part of an applicant's name, or exactly what the log holds, such as an account's address.
    private async Task<List<string>?> SubjectsAsync(string? typed, CancellationToken ct)
    {
        var folded = Folding.Line(typed);
        if (folded.Length == 0)
        {
            return null;
        }

        var digits = Folding.HalfWidth(folded).Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (ApplicationNumber.IsValid(digits))
        {
            return [digits];
        }

        var people = scope.AllApplications;
        foreach (var term in SearchKey.Terms(folded))
        {
            people = people.Where(a => a.SearchText.Contains(term));
        }

        return [folded, .. await people.OrderByDescending(a => a.Id).Take(MostPeople).Select(a => a.Number).ToListAsync(ct)];
    }

    private static IQueryable<AuditRow> Narrowed(IQueryable<AuditRow> rows, AuditFilter filter, List<string>? subjects)
    {
        if (filter.FromDay is { } fromDay)
        {
            var from = JapanTime.ToUtc(fromDay, TimeOnly.MinValue);
            rows = rows.Where(r => r.AtUtc >= from);
        }

        if (filter.UntilDay is { } untilDay)
        {
            var until = JapanTime.EndOf(untilDay);
            rows = rows.Where(r => r.AtUtc < until);
        }

        var actor = string.IsNullOrEmpty(filter.Actor) ? null : filter.Actor;
        rows = actor is null ? rows : rows.Where(r => r.ActorName == actor);
        return subjects is null ? rows : rows.Where(r => subjects.Contains(r.Subject));
    }

    private async Task<IReadOnlyList<string>> ActorsAsync(CancellationToken ct) =>
        [.. (await db.StaffAccounts.OrderBy(a => a.Id).Take(MostPeople).Select(a => a.DisplayName).ToListAsync(ct)).Append(Actor.CommandLine.Name).Distinct()];
}

/// <summary>A line of either log, as it is stored.</summary>
internal sealed class AuditRow
{
    public int Order { get; init; }

    public DateTime AtUtc { get; init; }

    public int? ActorId { get; init; }

    public string ActorName { get; init; } = "";

    public AuditAction Action { get; init; }

    public string Subject { get; init; } = "";

    public string? Before { get; init; }

    public string? After { get; init; }

    public bool IsErased { get; init; }
}
