using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Jobs;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Jobs;

/// <summary>What jobs and the dispatcher ask a database translates to T-SQL and parses, although there is no server to run it.</summary>
public sealed class JobsOnSqlServerTests
{
    [Fact]
    public async Task The_questions_of_jobs_and_leases_are_well_formed()
    {
        var server = new SilentSqlServer();
        using var site = await server.StartSiteAsync();
        await using var scope = site.Services.CreateAsyncScope();
        var leases = scope.ServiceProvider.GetRequiredService<JobLeases>();
        var seen = new JobLease { Name = "some", LastRunUtc = DateTime.UnixEpoch };
        var ct = CancellationToken.None;
        var dispatcher = scope.ServiceProvider.GetRequiredService<MailDispatcher>();
        List<Func<Task>> questions =
        [
            () => leases.ReadAsync(ct),
            () => leases.ClaimAsync(seen, ct),
            () => leases.RenewAsync("some", Guid.Empty, ct),
            () => leases.FinishAsync("some", Guid.Empty, DateTime.UnixEpoch, "done", ct),
            () => leases.FailAsync(seen, Guid.Empty, "broken", ct),
            () => dispatcher.DueAsync(10, ct),
            () => dispatcher.DeliverAsync(1, ct),
            .. scope.ServiceProvider.GetServices<IJob>().Select(job => (Func<Task>)(() => job.RunAsync(ct))),
        ];

        foreach (var question in questions)
        {
            var before = server.Statements.Count;

            // The silent server's empty answers may be too empty for EF; by then it has been asked.
            var trouble = await Record.ExceptionAsync(question);

            Assert.DoesNotContain("could not be translated", trouble?.Message ?? "", StringComparison.Ordinal);
            Assert.True(server.Statements.Count > before, $"Question {questions.IndexOf(question)} was not asked: it can't be put into T-SQL.");
        }

        Assert.Equal(17, questions.Count);
        Assert.Empty(server.Faults);
    }
}
