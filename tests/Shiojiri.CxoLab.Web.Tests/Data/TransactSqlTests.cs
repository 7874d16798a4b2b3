using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Apply;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;
using Shiojiri.CxoLab.Web.Features.Shared.Guarding;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Data;

/// <summary>What the site asks a database translates to T-SQL and parses, although there is no server to run it.</summary>
public sealed class TransactSqlTests
{
    [Fact]
    public async Task The_questions_of_every_page_are_well_formed()
    {
        var (site, server) = await StartAsync();
        using var _ = site;

        foreach (var path in new[] { "/", "/recruit", "/schedule", "/projects/wainari", "/cohorts", "/cohorts/2", "/briefings", "/faq", "/legal", "/apply", "/apply/complete/AAAAAAAAAAAAAAAAAAAAAA", "/sitemap.xml", "/health/ready" })
        {
            await site.Visitor().OpenAsync(path);
        }

        Assert.True(server.Statements.Distinct().Count() >= 9, $"only {server.Statements.Distinct().Count()} different statements");
        Assert.Empty(server.Faults);
    }

    [Fact]
    public async Task The_statements_of_taking_an_application_in_are_well_formed()
    {
        var (site, server) = await StartAsync();
        using var _ = site;
        await using var scope = site.Services.CreateAsyncScope();
        var intake = scope.ServiceProvider.GetRequiredService<ApplyService>();
        var form = new ApplyForm
        {
            Name = "塩尻 太郎",
            Kana = "シオジリ タロウ",
            Email = "taro@example.jp",
            Residence = "東京都",
            Motivation = "動機",
            Interests = ["観光"],
            Attendance = new() { ["specification-training"] = "yes", ["field-work"] = "no" },
        };

        var cohort = await CohortAsync();

        // The silent server can't say which ids it gave, so storing ends there; by then it has been told everything.
        await Assert.ThrowsAnyAsync<Exception>(() => intake.StoreAsync(form, new FormTicket("key", site.Clock.GetUtcNow().UtcDateTime), cohort, OwnQuestions.None, CancellationToken.None));
        await intake.IsKnownAsync("key", CancellationToken.None);

        // The same server knows no cohort whose text a mail could be made of, so the rows are stored once more without it.
        var db = scope.ServiceProvider.GetRequiredService<CxoLabDb>();
        db.ChangeTracker.Clear();
        db.Add(((Reception.Accepted)cohort.Receive(form.ToApplicant(cohort, "key", OwnQuestions.None), site.Clock.GetUtcNow().UtcDateTime, site.Clock.GetUtcNow().UtcDateTime, 7)).Application);
        await Record.ExceptionAsync(() => db.SaveChangesAsync());

        Assert.Contains(server.Statements, sql => sql.Contains("[Applications]", StringComparison.Ordinal) && sql.Contains("INSERT", StringComparison.Ordinal));
        Assert.Empty(server.Faults);
    }

    [Fact]
    public async Task The_statements_of_the_mail_sender_are_well_formed()
    {
        var (site, server) = await StartAsync();
        using var _ = site;
        await using var scope = site.Services.CreateAsyncScope();
        var postman = scope.ServiceProvider.GetRequiredService<MailDispatcher>();

        await postman.DueAsync(10, CancellationToken.None);
        await postman.DeliverAsync(1, CancellationToken.None);

        Assert.Contains(server.Statements, sql => sql.StartsWith("UPDATE", StringComparison.Ordinal));
        Assert.Empty(server.Faults);
    }

    private static async Task<(Site Site, SilentSqlServer Server)> StartAsync()
    {
        var server = new SilentSqlServer();
        var site = await server.StartSiteAsync();
        return (site, server);
    }

    private static async Task<Cohort> CohortAsync()
    {
        using var site = await Site.StartAsync();
        return await site.InDatabaseAsync(db => db.Cohorts.AsNoTracking().Include(c => c.Sessions).Include(c => c.InterestAreas).SingleAsync());
    }
}
