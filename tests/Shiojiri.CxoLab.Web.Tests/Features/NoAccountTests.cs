using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features;

/// <summary>The site starts without an account to pay into; nobody outside Development is ever shown a made-up one.</summary>
public sealed class NoAccountTests
{
    [Fact]
    public async Task Recruitment_opens_as_soon_as_staff_set_the_account()
    {
        using var site = await Site.StartAsync(Ready.Production.Where(s => !s.Key.StartsWith("BankAccount", StringComparison.Ordinal)).ToDictionary());
        var visitor = site.SecureVisitor();

        var before = (await visitor.OpenAsync("/")).Text(".badge");
        await SetAsync(site, new AccountValues("塩尻銀行", "本店", "普通", "1234567", "シオジリラボ"));

        Assert.Equal(("第三期メンバー まもなく開始", "第三期メンバー 募集中"), (before, (await visitor.OpenAsync("/")).Text(".badge")));
    }

    [Fact]
    public async Task Where_the_account_was_taken_away_pages_and_mails_say_that_it_will_be_told()
    {
        using var site = await Site.StartAsync(Ready.Production, Outbox.StandsStill);
        var visitor = site.SecureVisitor();
        var staff = await site.StaffAsync(Role.Administrator);
        staff.BaseAddress = visitor.BaseAddress;
        await site.InDatabaseAsync(db => db.StaffAccounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.TwoFactorEnabled, true)));
        var complete = (await visitor.ApplyAsync()).Answer.RequestMessage!.RequestUri!.AbsolutePath;
        await SetAsync(site, new AccountValues());

        await visitor.FillAsync("/apply/again", "/apply/again", ("Email", "taro@example.jp"));
        await QueueAsync(site, MailKind.InstructionsAgain);
        await QueueAsync(site, MailKind.PaymentReminder);
        var page = await visitor.OpenAsync(complete);
        var preview = await staff.OpenAsync("/admin/templates/payment-instructions");
        var mails = (await site.MailsAsync()).Where(m => m.Kind != MailKind.PaymentInstructions).ToList();

        Assert.Equal([MailKind.StatusSummary, MailKind.InstructionsAgain, MailKind.PaymentReminder], mails.Select(m => m.Kind));
        Assert.Contains(BankAccount.NotYet, page.Words, StringComparison.Ordinal);
        Assert.Contains(BankAccount.NotYet, preview.Body, StringComparison.Ordinal);
        Assert.All(mails, m => Assert.Contains($"お振込先: {BankAccount.NotYet}\n", m.Text, StringComparison.Ordinal));
        Assert.All(mails.SelectMany(m => new[] { m.Text, m.Html }).Concat([page.Body, preview.Body]), text => Assert.DoesNotContain("見本銀行", text, StringComparison.Ordinal));
        Assert.All(mails.SelectMany(m => new[] { m.Text, m.Html }).Append(page.Body), text => Assert.DoesNotContain("0000000", text, StringComparison.Ordinal));
    }

    private static Task<int> SetAsync(Site site, AccountValues account) => site.InDatabaseAsync(db =>
    {
        db.Add(SettingRevision.Of(null, SettingSection.Account, 1, account, Actor.CommandLine, DateTime.UnixEpoch));
        return db.SaveChangesAsync();
    });

    private static async Task QueueAsync(Site site, MailKind kind)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CxoLabDb>();
        Application application = await db.Applications.SingleAsync();
        await scope.ServiceProvider.GetRequiredService<MailComposer>().QueueAsync(kind, new MailRequest.ToApplicant(application, "once more"), CancellationToken.None);
        await db.SaveChangesAsync();
    }
}
