using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Inquiries;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Apply;
using Shiojiri.CxoLab.Web.Features.Inquiries;
using Shiojiri.CxoLab.Web.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Inquiries;

/// <summary>What is asked of a database about questions and lost mails translates to T-SQL and parses, although there is no server to run it.</summary>
public sealed class InquiriesOnSqlServerTests
{
    [Theory]
    [InlineData(Role.Administrator, null)]
    [InlineData(Role.Reviewer, 1)]
    public async Task The_questions_about_questions_are_well_formed(Role role, int? cohortId)
    {
        var server = new SilentSqlServer();
        using var site = await server.StartSiteAsync();
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        SignIn(services, new StaffAccount { Id = 7, DisplayName = "事務局", Role = role, CohortId = cohortId });
        var ct = CancellationToken.None;
        var draft = new InquiryDraft("key", InquiryKind.Payment, "例文 ゆき", "yuki@example.jp", "0312345678", "質問です。");
        var inquiry = new Inquiry(draft, 1, DateTime.UnixEpoch);
        inquiry.Answer("返事", Guid.Empty, closes: false, new Actor(7, "事務局"), DateTime.UnixEpoch);

        var inquiries = services.GetRequiredService<InquiryQuery>();
        Func<Task>[] questions =
        [
            () => inquiries.ListAsync(new InquiryFilter(), ct),
            () => inquiries.ListAsync(new InquiryFilter { State = "closed", Page = 3 }, ct),
            () => inquiries.FindAsync("key", ct),
            () => inquiries.PageAsync(inquiry, null, ct),
            () => inquiries.AssigneeAsync(inquiry, 3, ct),
            () => services.GetRequiredService<UnreadCount>().CountAsync(ct),
            () => services.GetRequiredService<InquiryService>().StoreAsync(draft, ct),
            () => services.GetRequiredService<StatusSummaryService>().AskAsync("yuki@example.jp", ct),
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
}
