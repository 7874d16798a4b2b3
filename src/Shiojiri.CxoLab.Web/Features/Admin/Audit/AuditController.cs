using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Audit;

/// <summary>Who changed, sent, exported or looked at what, and when. It can be read here and changed nowhere.</summary>
internal sealed class AuditController(CxoLabDb db, AuditTrail audit, CurrentStaff staff) : AdminController
{
    private const int PageSize = 100;

    [HttpGet("/admin/audit")]
    [RequiresPermission(Permission.ReadAudit)]
    public async Task<IActionResult> Audit(string? subject, string? actor, string? operation, string? day, int? page, CancellationToken ct)
    {
        var asked = Enum.TryParse<AuditAction>(operation, out var known) && Enum.IsDefined(known) ? known : (AuditAction?)null;
        var on = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : (DateOnly?)null;
        var filter = new AuditFilter(Folded(subject), Folded(actor), asked, on);
        var found = Find(filter);
        var count = await found.CountAsync(ct);
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        var at = Math.Clamp(page ?? 1, 1, pages);
        var entries = await found.AsNoTracking().OrderByDescending(e => e.Sequence).Skip((at - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var sealedLines = await SealedAsync(entries, ct);
        audit.Write(AuditAction.ListViewed, "", after: new { Page = "audit", Rows = entries.Count });
        await db.SaveChangesAsync(ct);
        return View(new AuditPage(filter, entries, count, at, pages, sealedLines));
    }

    // Whoever is still to score an application does not read others' scores here first.
    private async Task<IReadOnlySet<int>> SealedAsync(List<AuditEntry> entries, CancellationToken ct)
    {
        var me = staff.AccountId;
        var others = entries.Where(e => e.Action == AuditAction.Reviewed && e.ActorId != me).ToList();
        if (!staff.May(Permission.Review))
        {
            return new HashSet<int>();
        }

        var numbers = others.Select(e => e.Subject).Distinct().ToList();
        var open = await db.Applications
            .Where(a => numbers.Contains(a.Number) && db.Reviews.Any(r => r.ApplicationId == a.Id && r.ReviewerId == me))
            .Select(a => a.Number)
            .ToListAsync(ct);
        return others.Where(e => !open.Contains(e.Subject)).Select(e => e.Sequence).ToHashSet();
    }

    private IQueryable<AuditEntry> Find(AuditFilter filter)
    {
        var (from, until) = filter.On is { } day ? (JapanTime.ToUtc(day, TimeOnly.MinValue), JapanTime.EndOf(day)) : default;
        return db.AuditEntries.Where(e =>
            (filter.Subject == null || e.Subject == filter.Subject)
            && (filter.Actor == null || e.ActorName == filter.Actor)
            && (filter.Action == null || e.Action == filter.Action)
            && (filter.On == null || (e.AtUtc >= from && e.AtUtc < until)));
    }

    private static string? Folded(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim().Replace("-", "", StringComparison.Ordinal) is { } number
        && ApplicationNumber.IsValid(number) ? number : typed.Trim();
}

internal sealed record AuditFilter(string? Subject, string? Actor, AuditAction? Action, DateOnly? On)
{
    public string Query(int page) => Microsoft.AspNetCore.Http.QueryString.Create(
        new Dictionary<string, string?>
        {
            ["subject"] = Subject,
            ["actor"] = Actor,
            ["operation"] = Action?.ToString(),
            ["day"] = On?.ToString("O", CultureInfo.InvariantCulture),
            ["page"] = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null,
        }.Where(w => w.Value is not null)).ToString();
}

/// <param name="Filter">What is asked for.</param>
/// <param name="Entries">One page of lines, the newest first.</param>
/// <param name="Count">How many lines there are in all.</param>
/// <param name="Page">From 1.</param>
/// <param name="Pages">How many pages.</param>
/// <param name="Sealed">Numbers of lines whose details the reader may not see yet.</param>
internal sealed record AuditPage(
    AuditFilter Filter, IReadOnlyList<AuditEntry> Entries, int Count, int Page, int Pages, IReadOnlySet<int> Sealed);
