using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Features.Admin.Payments;

/// <summary>Forgets the accounts that money went back to: 90 days after the last line of a ledger from which nothing is to be given back any more.</summary>
internal sealed class OldRefundAccountsJob(CxoLabDb db, ProgrammeClock clock) : IJob
{
    public const int Days = 90;

    private const int Batch = 500;

    public string Name => "old-refund-accounts";

    public JobSchedule Schedule { get; } = new("55 3 * * *");

    public async Task<string> RunAsync(CancellationToken ct)
    {
        var before = clock.UtcNow.AddDays(-Days);
        var open = new[] { PaymentFilter.RefundDue, PaymentFilter.Overpaid }
            .Select(filter => db.Applications.Where(PaymentQuestions.Is(filter, clock.Today)).Select(a => a.Id)).ToArray();
        var (leaving, overpaid) = (open[0], open[1]);
        var old = await db.RefundAccounts
            .Where(r => r.EnteredUtc < before && !leaving.Contains(r.ApplicationId) && !overpaid.Contains(r.ApplicationId)
                && !db.Applications.Any(a => a.Id == r.ApplicationId && a.Ledger.Any(e => e.EnteredUtc >= before)))
            .OrderBy(r => r.Id).Select(r => r.Id).Take(Batch).ToListAsync(ct);
        var cleared = old.Count == 0 ? 0 : await db.WriteAsync(token => db.RefundAccounts.Where(r => old.Contains(r.Id)).ExecuteDeleteAsync(token), ct);
        return $"{cleared} accounts";
    }
}
