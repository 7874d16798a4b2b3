using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Web.Commands;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Commands;

public sealed class EraseTests
{
    [SqliteFact]
    public async Task A_person_is_erased_by_number_and_a_second_time_nothing_is_done()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync(moves: ApplicationStatus.Declined);

        var (code, words) = await EraseAsync(site, ApplicationNumber.Grouped(number));
        var again = await EraseAsync(site, number);

        Assert.Equal(0, code);
        Assert.Equal(
            [$"Everything personal of {number} was erased. Backups, exported tables and mailboxes still have it.", "The files of the database hold nothing of it any more."],
            words.Split('\n', StringSplitOptions.TrimEntries));
        Assert.Equal((1, "Nothing was erased: that was done before."), again);
        Assert.Null((await site.ApplicationAsync(number)).Email);
    }

    [Fact]
    public async Task What_can_t_be_erased_is_told_in_a_sentence()
    {
        using var site = await Site.StartAsync();
        var member = await site.ApplicantAsync(moves: ApplicationStatus.Accepted);

        Assert.Equal((1, "Nothing was erased: a member whose term is not over; decide 辞退 first."), await EraseAsync(site, member));
        Assert.Equal((1, "Nothing was erased: there is no such application of its own."), await EraseAsync(site, ApplicationNumber.Compose(3, 4)));
        Assert.Equal((1, "'12' is no application number."), await EraseAsync(site, "12"));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.Applications.CountAsync(a => a.ErasedUtc != null)));
    }

    private static async Task<(int Code, string Words)> EraseAsync(Site site, string number)
    {
        await using var scope = site.Services.CreateAsyncScope();
        using var output = new StringWriter();
        var code = await EraseCommand.EraseAsync(scope.ServiceProvider, number, output, CancellationToken.None);
        return (code, output.ToString().Trim());
    }
}
