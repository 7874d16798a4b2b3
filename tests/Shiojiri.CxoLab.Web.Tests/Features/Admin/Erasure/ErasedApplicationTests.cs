using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Features.Inquiries;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Erasure;

/// <summary>An application whose person is gone, laid against every act, mail, count and form.</summary>
public sealed class ErasedApplicationTests
{
    [Fact]
    public async Task Nothing_can_be_done_to_an_erased_application_and_no_mail_reaches_anybody()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (main, _) = await Canary.LiveAsync(site);
        var admin = await site.StaffAsync(Role.Administrator);
        var token = (await admin.OpenAsync($"/admin/applications/{main}")).Html.QuerySelector("input[name=FormToken]")!.GetAttribute("value")!;
        await ErasedWithoutTraceTests.EraseAsync(site, main);
        var mails = (await site.MailsAsync()).Count;

        foreach (var path in new[] { "/sheet", "/contact", "/payments", "/review", "/erasure", "/taking-back" })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await admin.OpenAsync($"/admin/applications/{main}{path}")).Status));
        }

        foreach (var path in new[] { "/notes", "/tags", "/assignee", "/contact", "/payments", "/refunds", "/refund-account", "/review", "/decision", "/taking-back", "/place", "/payment-instructions", "/erasure", "/erasure/keeping", "/erasure/release" })
        {
            var fields = new Dictionary<string, string> { ["FormToken"] = token, ["Text"] = "メモ", ["name"] = "タグ", ["to"] = "Accepted", ["reason"] = "理由", ["typed"] = main, ["ticket"] = RandomToken.Draw() };
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await admin.PostAsync($"/admin/applications/{main}{path}", fields)).Status));
        }

        foreach (var mail in await site.MailsAsync())
        {
            await admin.PostAsync($"/admin/mail/{mail.Key}/resend", new Dictionary<string, string> { ["FormToken"] = token, ["Ticket"] = Guid.NewGuid().ToString() });
        }

        await site.InDatabaseAsync(db => db.OutgoingMails.Where(m => m.ApplicationId != null).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, MailState.Queued).SetProperty(m => m.NextAttemptUtc, DateTime.UnixEpoch)));
        await site.DeliverAllAsync();
        Assert.Equal(mails, (await site.MailsAsync()).Count);
        Assert.All((await site.MailsAsync()).Where(m => m.ApplicationId is not null), m => Assert.Equal((MailState.Cancelled, MailRefusal.Erased), (m.State, m.StoppedBecause)));
        Assert.Equal("0件", (await admin.OpenAsync("/admin/mail/group?status=withdrawn")).Definition("送るアドレス"));
    }

    [Fact]
    public async Task Counts_and_places_stay_as_they_were()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.FillAsync();
        var admin = await site.StaffAsync(Role.Administrator);
        var numbers = await site.InDatabaseAsync(db => db.Applications.Where(a => a.Status == ApplicationStatus.Declined && a.ReceivedAmount == new Yen(0)).Select(a => a.Number).Take(3).ToListAsync());
        var before = await CountsAsync(admin);

        foreach (var number in numbers)
        {
            await ErasedWithoutTraceTests.EraseAsync(site, number);
        }

        Assert.NotEmpty(numbers);
        Assert.Equal(before, await CountsAsync(admin));
    }

    [Fact]
    public async Task The_person_may_apply_again_and_old_links_lead_nowhere()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var visitor = site.Visitor();
        var first = (await visitor.ApplyAsync()).Answer.RequestMessage!.RequestUri!.AbsolutePath;
        var repeat = (await site.Visitor().ApplyAsync()).Answer.RequestMessage!.RequestUri!.AbsolutePath;
        var number = await site.InDatabaseAsync(async db =>
        {
            var application = await db.Applications.SingleAsync();
            application.MoveTo(ApplicationStatus.Declined, new Actor(null, "事務局"), DateTime.UnixEpoch);
            await db.SaveChangesAsync();
            return application.Number;
        });
        await ErasedWithoutTraceTests.EraseAsync(site, number);

        var again = await site.Visitor().ApplyAsync();

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), ((await visitor.OpenAsync(first)).Status, (await visitor.OpenAsync(repeat)).Status));
        Assert.Equal(("お申し込みを受け付けました", 2), (again.Heading, await site.InDatabaseAsync(db => db.Applications.CountAsync())));
        Assert.Single(await site.MailsAsync(MailKind.RepeatNotice));
    }

    [Fact]
    public async Task What_another_application_of_the_same_address_needs_stays_and_is_named()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var old = await site.ApplicantAsync(email: "both@example.jp", moves: ApplicationStatus.Withdrawn);
        var now = await site.ApplicantAsync(email: "both@example.jp");
        await InquiryFormTests.AskAsync(site.Visitor(), ("Email", "both@example.jp"), ("Text", "質問です"));
        var admin = await site.StaffAsync(Role.Administrator);

        var page = await admin.OpenAsync($"/admin/applications/{old}/erasure");
        await ErasedWithoutTraceTests.EraseAsync(site, old);

        Assert.Contains(ApplicationNumber.Grouped(now), page.Text(".danger-zone .note"), StringComparison.Ordinal);
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Inquiries.CountAsync()));
        Assert.Equal("both@example.jp", (await site.ApplicationAsync(now)).Email);
    }

    [Fact]
    public async Task What_came_in_at_the_same_moment_is_swept_away_at_night()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync(moves: ApplicationStatus.Declined);
        await ErasedWithoutTraceTests.EraseAsync(site, number);
        await site.InDatabaseAsync(async db =>
        {
            db.Add(new ApplicationNote(RandomToken.Draw(), await db.Applications.Select(a => a.Id).SingleAsync(), "遅れて届いたメモ", new Actor(null, "事務局"), DateTime.UnixEpoch));
            return await db.SaveChangesAsync();
        });

        var (first, second) = (await RetentionTests.NightAsync(site), await RetentionTests.NightAsync(site));

        Assert.Equal(("0 erased, 0 not, 0 newly told of, 1 swept", "0 erased, 0 not, 0 newly told of, 0 swept"), (first, second));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.ApplicationNotes.CountAsync()));
    }

    private static async Task<string[]> CountsAsync(HttpClient admin)
    {
        var (dashboard, list, overview) = (await admin.OpenAsync("/admin"), await admin.OpenAsync("/admin/applications"), await admin.OpenAsync("/admin/cohorts/3"));
        return [.. dashboard.Texts(".figs dd"), .. dashboard.Texts(".funnel *"), list.Text(".adm-top p"), .. list.Texts(".fchips a"), .. overview.Texts(".figs dd")];
    }
}
