using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Mail;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Admin.Templates;
using Shiojiri.CxoLab.Web.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Mail;

/// <summary>What the mail desk asks a database translates to T-SQL and parses, although there is no server to run it.</summary>
public sealed class MailOnSqlServerTests
{
    [Theory]
    [InlineData(Role.Administrator, null)]
    [InlineData(Role.Reviewer, 1)]
    public async Task The_questions_of_the_mail_desk_are_well_formed(Role role, int? cohortId)
    {
        var cohort = await CohortAsync();
        var server = new SilentSqlServer();
        using var site = await server.StartSiteAsync();
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        SignIn(services, new StaffAccount { Id = 7, DisplayName = "事務局", Role = role, CohortId = cohortId });
        var ct = CancellationToken.None;

        var mails = services.GetRequiredService<MailQuery>();
        var applicants = services.GetRequiredService<PreviewApplicants>();
        var post = services.GetRequiredService<GroupMailQueue>();
        Func<Task>[] questions =
        [
            () => mails.ListAsync(new MailFilter { Q = "やまだ 100%", Kind = "Group", State = "failed", Page = 3 }, ct),
            () => mails.ListAsync(new MailFilter(), ct),
            () => mails.FindAsync(Guid.Empty, ct),
            () => applicants.ChoicesAsync(cohort, ct),
            () => applicants.FindAsync(cohort, "0312345678", ct),
            () => services.GetRequiredService<TemplateStore>().FindAsync(MailKind.Decline, cohort, ct),
            () => services.GetRequiredService<GroupRecipientQuery>().FindAsync(new ApplicantFilter(), ct),
            () => post.IsSentAsync(Guid.Empty, ct),
            () => post.SendAsync(new Recipients(cohort, 2, 0, [new(1, "n", "n", "a@example.jp"), new(2, "n", "n", "b@example.jp")]), new GroupMailForm { Subject = "件名", Title = "題", Body = "本文", Batch = Guid.Empty }, new ApplicantFilter(), ct),
            () => post.SendAsync(new Recipients(cohort, 0, 0, []), new GroupMailForm { Subject = "件名", Title = "題", Body = "本文", Batch = Guid.Empty, Session = "orientation" }, new ApplicantFilter(), ct),
        ];
        foreach (var question in questions)
        {
            var before = server.Statements.Count;

            // The silent server's empty answers may be too empty for EF; by then it has been asked.
            await Record.ExceptionAsync(question);

            Assert.True(server.Statements.Count > before, $"Question {Array.IndexOf(questions, question)} was not asked: it can't be put into T-SQL.");
        }

        Assert.Empty(server.Faults);
    }

    private static void SignIn(IServiceProvider services, StaffAccount account) =>
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext
        {
            RequestServices = services,
            User = new ClaimsPrincipal(CurrentStaff.IdentityOf(account, "key", DateTime.UnixEpoch, "test")),
        };

    private static async Task<Cohort> CohortAsync()
    {
        using var site = await Site.StartAsync();
        return await site.InDatabaseAsync(db => db.Cohorts.AsNoTracking().Include(c => c.Sessions).Include(c => c.InterestAreas).SingleAsync());
    }
}
