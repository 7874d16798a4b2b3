using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Data;

/// <summary>The sums on the application are those of its ledger, and are there without it.</summary>
public sealed class LedgerSumsTests
{
    [Fact]
    public async Task Every_application_s_sums_are_those_of_its_ledger()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var withLedger = (await site.FillAsync()).ToDictionary(a => a.Number);

        var without = await site.InDatabaseAsync(db => db.Applications.AsNoTracking().ToListAsync());

        Assert.Equal(60, without.Count);
        Assert.All(without, application =>
        {
            var ledger = withLedger[application.Number].Ledger;
            var isRefunded = ledger.Any(e => e.Kind == LedgerEntryKind.Refund && ledger.All(r => r.ReversesId != e.Id));
            Assert.Empty(application.Ledger);
            Assert.Equal(
                new Balance(new Yen(-ledger.Single(e => e.Kind == LedgerEntryKind.FeeDue).Effect), new Yen(ledger.Where(e => e.Kind != LedgerEntryKind.FeeDue).Sum(e => e.Effect)), isRefunded),
                application.Balance);
        });
        Assert.Equal(5, without.Select(a => a.Balance.Status).Distinct().Count());
    }
}
