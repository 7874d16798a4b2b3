using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Content;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Content;

/// <summary>What is asked of a database about the site's texts translates to T-SQL and parses, although there is no server to run it.</summary>
public sealed class ContentOnSqlServerTests
{
    [Fact]
    public async Task The_questions_about_texts_are_well_formed()
    {
        var server = new SilentSqlServer();
        using var site = await server.StartSiteAsync();
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var ct = CancellationToken.None;
        (Func<Task> Ask, int Statements)[] questions =
        [
            (() => services.GetRequiredService<SiteContent>().LoadAsync(services.GetRequiredService<CxoLabDb>(), ct), 2),
            (() => services.GetRequiredService<ContentListQuery>().PageAsync(null, ct), 3),
            (() => services.GetRequiredService<ContentQuery>().FindAsync("program-what", ct), 1),
            (() => services.GetRequiredService<ContentOrderService>().LastAsync(ct), 1),
            (() => services.GetRequiredService<ContentOrderService>().MoveAsync(ContentKind.Project, "wainari", "題", false, ct), 2),
            (() => services.GetRequiredService<CurrentCohort>().FindAsync(ct), 1),
            (() => services.GetRequiredService<PastCohorts>().ListAsync(ct), 1),
            (() => services.GetRequiredService<PastCohorts>().FindAsync(2, ct), 1),
        ];

        foreach (var (ask, statements) in questions)
        {
            var before = server.Statements.Count;

            // The silent server's empty answers may be too empty for EF; by then it has been asked.
            await Record.ExceptionAsync(ask);

            Assert.Equal((Array.FindIndex(questions, q => q.Ask == ask), statements), (Array.FindIndex(questions, q => q.Ask == ask), server.Statements.Count - before));
        }

        Assert.Empty(server.Faults);
    }
}
