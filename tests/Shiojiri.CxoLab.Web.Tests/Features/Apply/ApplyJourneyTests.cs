using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Apply;

public sealed class ApplyJourneyTests
{
    [Fact]
    public async Task An_application_is_stored_with_its_ledger_line_and_its_mail()
    {
        using var site = await Site.StartAsync();

        var complete = await site.Visitor().ApplyAsync(("Phone", "０９０ー１２３４ー５６７８"), ("Interests", "伝統工芸"), ("HeardFrom", "search"));

        var application = await site.InDatabaseAsync(db => db.Applications
            .Include(a => a.Ledger).Include(a => a.Attendance).Include(a => a.Interests).SingleAsync());
        var mail = await site.InDatabaseAsync(db => db.OutgoingMails.SingleAsync());
        Assert.Equal(HttpStatusCode.OK, complete.Status);
        Assert.Equal("お申し込みを受け付けました", complete.Heading);
        Assert.Equal(ApplicationNumber.Grouped(application.Number), complete.Text(".done__ref b"));
        Assert.Equal(("塩尻 太郎", "シオジリ タロウ", "taro@example.jp", "09012345678", "東京都"), (application.Name, application.Kana, application.Email, application.Phone, application.Residence));
        Assert.Equal([AttendanceAnswer.Yes, AttendanceAnswer.Undecided], application.Attendance.OrderBy(a => a.Id).Select(a => a.Answer).Order());
        Assert.Equal(HeardFrom.Search, application.HeardFrom);
        Assert.Single(application.Interests);
        Assert.Equal((LedgerEntryKind.FeeDue, new Yen(20_000)), (application.Ledger.Single().Kind, application.Ledger.Single().Amount));
        Assert.Equal(new DateOnly(2022, 6, 17), application.DueOn);
        Assert.Equal(("taro@example.jp", $"payment-instructions:{application.Key}"), (mail.Recipient, mail.Occasion));
    }
}
