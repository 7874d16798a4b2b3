using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Data;

/// <summary>What each step of the upkeep does is told where the step is tested; here, that a start asks little where nothing is to be done.</summary>
public sealed class UpkeepTests
{
    [Fact]
    public async Task Where_nothing_is_left_to_fill_in_that_is_one_question_beside_the_four_about_secrets()
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        await site.Visitor().OpenAsync("/");
        count.StartAgain();

        await site.InDatabaseAsync(async db =>
        {
            await Upkeep.DoAsync(site.Services, db, withFirstContent: true, CancellationToken.None);
            return 0;
        });

        Assert.Equal(5, count.Statements);
    }
}
