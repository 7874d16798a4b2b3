using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Jobs;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Inquiries;

public sealed class OldInquiriesTests
{
    [Fact]
    public async Task A_question_its_answers_and_their_mails_go_after_the_months_that_are_set_and_nothing_else_does()
    {
        using var site = await Site.StartAsync(new() { ["Office:InquiryMonths"] = "6" }, Outbox.StandsStill);
        await site.Visitor().ApplyAsync();
        await InquiryFormTests.AskAsync(site.Visitor(), ("Text", "古い質問"));
        await site.InDatabaseAsync(async db =>
        {
            var inquiry = await db.Inquiries.SingleAsync();
            inquiry.Answer("お返事です。", Guid.NewGuid(), closes: true, new(null, "事務局"), DateTime.UnixEpoch);
            await db.SaveChangesAsync();
            return await db.OutgoingMails.ExecuteUpdateAsync(set => set.SetProperty(m => m.QueuedUtc, TimeProvider.System.GetUtcNow().UtcDateTime.AddMonths(-7)).SetProperty(m => m.State, MailState.Sent));
        });
        site.Clock.SetUtcNow(site.Clock.GetUtcNow().AddMonths(5));
        await InquiryFormTests.AskAsync(site.Visitor(), ("Text", "新しい質問"));
        site.Clock.SetUtcNow(site.Clock.GetUtcNow().AddMonths(1).AddMinutes(1));

        await using var scope = site.Services.CreateAsyncScope();
        var said = await scope.ServiceProvider.GetServices<IJob>().Single(job => job.Name == "old-inquiries").RunAsync(CancellationToken.None);

        Assert.Equal("1 inquiries, 1 mails", said);
        Assert.Equal(["新しい質問"], await site.InDatabaseAsync(db => db.Inquiries.Select(i => i.Text).ToListAsync()));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.InquiryAnswers.CountAsync()));
        Assert.Equal([MailKind.PaymentInstructions, MailKind.InquiryReceipt], (await site.MailsAsync()).Select(m => m.Kind));
    }
}
