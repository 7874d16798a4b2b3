using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Web.Commands;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Commands;

/// <summary>What the audit log holds of a person goes on request, and the log holds all the same.</summary>
public sealed class EraseDetailsTests
{
    [Fact]
    public async Task The_details_of_one_application_go_and_the_log_still_holds()
    {
        using var site = await Site.StartAsync();
        var (gone, stays) = (ApplicationNumber.Compose(3, 12345), ApplicationNumber.Compose(3, 54321));
        await VerifyAuditTests.LogAsync(site, 2, gone);
        await VerifyAuditTests.LogAsync(site, 1, stays);

        var (code, words) = await EraseAsync(site, ApplicationNumber.Grouped(gone));

        Assert.Equal((0, $"The details in 2 lines about {gone} were blanked, and a line says so. Everything else about the person is still there."), (code, words));
        Assert.Equal([stays], await site.InDatabaseAsync(db => db.AuditEntries.Where(e => e.Before != null).Select(e => e.Subject).ToListAsync()));
        var (verified, verdict) = await VerifyAuditTests.VerifyAsync(site);
        Assert.Equal((0, "Erased on request: the details of 2 lines."), (verified, verdict.Split('\n')[0].Trim()));
    }

    [Fact]
    public async Task Where_there_is_nothing_to_blank_nothing_is_written()
    {
        using var site = await Site.StartAsync();
        var number = ApplicationNumber.Compose(3, 12345);
        await VerifyAuditTests.LogAsync(site, 1, ApplicationNumber.Compose(3, 54321));

        Assert.Equal((1, $"No line of the audit log holds details of {number}: nothing was done."), await EraseAsync(site, number));
        Assert.Equal((1, "'12' is no application number."), await EraseAsync(site, "12"));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync()));
    }

    private static async Task<(int Code, string Words)> EraseAsync(Site site, string number)
    {
        await using var scope = site.Services.CreateAsyncScope();
        using var output = new StringWriter();
        var code = await EraseDetailsCommand.EraseAsync(scope.ServiceProvider, number, output, CancellationToken.None);
        return (code, output.ToString().Trim());
    }
}
