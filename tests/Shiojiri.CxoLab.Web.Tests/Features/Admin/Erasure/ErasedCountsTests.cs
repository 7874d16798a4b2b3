using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Erasure;

/// <summary>An erased application of every state, laid against every count, list, filter, table and ranking: all of them take it for the same.</summary>
public sealed partial class ErasedCountsTests
{
    /// <summary>The term of the third cohort ends on 31 January 2023.</summary>
    private static readonly DateTimeOffset Over = new(2023, 2, 10, 9, 0, 0, JapanTime.Offset);

    private static readonly string[] Statuses = [.. Enum.GetValues<ApplicationStatus>().Select(s => s.ToString())];
    private static readonly string[] Payments = [.. Enum.GetValues<PaymentFilter>().Select(p => p.ToString())];

    // What stands, under which filters it is found once its person is gone, and how far it came.
    [Theory]
    [InlineData("Received", "Declined None", 0, 0)]
    [InlineData("UnderReview", "Declined None", 0, 0)]
    [InlineData("Waitlisted", "Declined None", 0, 0)]
    [InlineData("Accepted", "Accepted Paid", 1, 1)]
    [InlineData("Declined", "Declined None", 0, 0)]
    [InlineData("Withdrawn", "Withdrawn None", 0, 0)]
    public async Task Every_screen_counts_it_alike(string status, string found, int accepted, int takingPart)
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var number = await StandingAsync(site, Enum.Parse<ApplicationStatus>(status));
        site.Clock.SetUtcNow(Over);
        await ErasedWithoutTraceTests.EraseAsync(site, number);
        var admin = await site.StaffAsync(Role.Administrator);

        var (counted, listed, exported) = await FoundAsync(admin);
        var (dashboard, cohort, reviews) = (await admin.OpenAsync("/admin"), await admin.OpenAsync("/admin/cohorts/3"), await admin.OpenAsync("/admin/reviews"));

        Assert.Equal((found, found, found), (counted, listed, exported));
        Assert.Equal(["1名", $"{accepted}名", $"{takingPart}名"], dashboard.Texts(".funnel b"));
        Assert.Equal(["1件", $"{takingPart}名", "0件"], dashboard.Texts(".kpis .kpi__n").Take(3));
        Assert.DoesNotContain("未審査", dashboard.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("削除済み", $"{reviews.Words}{(await admin.OpenAsync("/admin/reviews/ranking?status=all")).Words}{(await admin.OpenAsync("/admin/decisions")).Words}", StringComparison.Ordinal);
        foreach (var path in new[] { "/admin/payments/overdue", "/admin/payments/refunds" })
        {
            Assert.DoesNotMatch("[1-9][0-9]*件", string.Join(' ', (await admin.OpenAsync(path)).Texts(".tabs a")));
        }

        Assert.Equal((accepted, 0), await site.InDatabaseAsync(async db =>
            (await db.Applications.CountAsync(a => a.HoldsPlace), await db.Applications.CountAsync(a => a.Status == ApplicationStatus.Waitlisted))));
        Assert.Equal(System.Net.HttpStatusCode.OK, cohort.Status);
    }

    [Fact]
    public async Task What_was_closed_says_so_in_its_history_and_in_the_log()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var number = await StandingAsync(site, ApplicationStatus.Received);
        site.Clock.SetUtcNow(Over);

        await ErasedWithoutTraceTests.EraseAsync(site, number);

        var change = Assert.Single((await site.ApplicationAsync(number)).StatusChanges);
        Assert.Equal((ApplicationStatus.Received, ApplicationStatus.Declined), (change.From, change.To));
        Assert.Contains("\"StatusBefore\":\"Received\"", await site.InDatabaseAsync(db => db.AuditEntries.Where(e => e.Action == AuditAction.PersonErased).Select(e => e.After).SingleAsync()), StringComparison.Ordinal);
        Assert.Contains("見送り", (await (await site.StaffAsync(Role.Administrator)).OpenAsync($"/admin/applications/{number}")).Text(".log"), StringComparison.Ordinal);
    }

    // By the numbers beside the filters, by the rows that they lead to, and by the table that one can take away.
    private static async Task<(string Counted, string Listed, string Exported)> FoundAsync(HttpClient admin)
    {
        var list = await admin.OpenAsync("/admin/applications");
        var (counted, listed, exported) = (new List<string>(), new List<string>(), new List<string>());
        var numbers = list.Texts(".fchips a").Skip(1).Concat(list.Texts("select[name='payment'] option").Skip(1)).Select(t => Last().Match(t).Value).ToList();
        foreach (var (filter, i) in Statuses.Select(s => $"status={s}").Concat(Payments.Select(p => $"payment={p}")).Select((f, i) => (f, i)))
        {
            var word = filter.Split('=')[1];
            AddWhen(counted, word, numbers[i] == "1");
            AddWhen(listed, word, (await admin.OpenAsync($"/admin/applications?{filter}")).Html.QuerySelectorAll(".alist tbody tr").Length == 1);
            AddWhen(exported, word, (await admin.OpenAsync($"/admin/applications/export?{filter}")).Words.Contains("1件", StringComparison.Ordinal));
        }

        return (string.Join(' ', counted), string.Join(' ', listed), string.Join(' ', exported));
    }

    private static void AddWhen(List<string> words, string word, bool isFound) => words.AddRange(isFound ? [word] : []);

    private static async Task<string> StandingAsync(Site site, ApplicationStatus status)
    {
        var number = await site.ApplicantAsync();
        var admin = await site.StaffAsync(Role.Administrator);
        if (status == ApplicationStatus.Accepted)
        {
            await (await site.StaffAsync(Role.Treasurer)).FillAsync($"/admin/applications/{number}/payments", $"/admin/applications/{number}/payments", ("Amount", "20000"));
        }
        else if (status == ApplicationStatus.UnderReview)
        {
            await site.InDatabaseAsync(async db =>
            {
                (await db.Applications.SingleAsync()).BeginReview(await db.Cohorts.SingleAsync(), new Actor(null, "事務局"), DateTime.UnixEpoch);
                return await db.SaveChangesAsync();
            });
        }
        else if (status != ApplicationStatus.Received)
        {
            await admin.DecideAsync(status, number);
        }

        Assert.Equal(status, (await site.ApplicationAsync(number)).Status);
        return number;
    }

    [GeneratedRegex("[0-9]+(?=[^0-9]*$)")]
    private static partial Regex Last();
}
