using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;
using static Shiojiri.CxoLab.Applications.ApplicationStatus;

namespace Shiojiri.CxoLab.Web.Tests.Features.Apply;

/// <summary>
/// The same form is sent to two sites that differ in one thing: whether its address has applied before. Every answer on the way has to
/// be the same, byte for byte, but for what is drawn by lot.
/// </summary>
public sealed class NobodyCanTestWhoAppliedTests
{
    private const string Known = "taro@example.jp";

    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, JapanTime.Offset);
    private static readonly Actor Staff = Actor.CommandLine;

    [Theory]
    [InlineData(false)]
    [InlineData(true, UnderReview)]
    [InlineData(true, UnderReview, Accepted)]
    [InlineData(true, UnderReview, Declined)]
    [InlineData(false, UnderReview, Waitlisted)]
    [InlineData(false, Withdrawn)]
    public async Task A_known_address_is_answered_like_a_new_one(bool isPaid, params ApplicationStatus[] moves)
    {
        var toNew = await AnswersAsync("hanako@example.jp", isPaid, moves, "taro@example.jp");
        var toKnown = await AnswersAsync(Known, isPaid, moves, "taro@example.jp");

        Assert.Equal(toNew, toKnown);
        Assert.Equal(4, toNew.Length);
    }

    [Fact]
    public async Task A_second_repeat_and_an_address_in_other_letters_are_answered_like_a_new_one()
    {
        var toNew = await AnswersAsync("hanako@example.jp", isPaid: false, [], "jiro@example.jp", "Taro@EXAMPLE.jp");
        var toKnown = await AnswersAsync(Known, isPaid: false, [], "TARO@example.jp", "Taro@EXAMPLE.jp");

        Assert.Equal(toNew[^4..], toKnown[^4..]);
    }

    [Fact]
    public async Task With_no_place_left_both_are_told_that_they_wait()
    {
        using var site = await Site.StartAsync();
        await site.Visitor().ApplyAsync();
        var visitor = site.Visitor();
        var (known, unknown) = (await visitor.CheckAsync(), await visitor.CheckAsync(("Email", "hanako@example.jp")));
        await site.InDatabaseAsync(db => db.Cohorts.ExecuteUpdateAsync(set => set.SetProperty(c => c.Capacity, 1).SetProperty(c => c.PlacesTaken, 1)));

        var answers = (await visitor.SendAsync(known), await visitor.SendAsync(unknown));

        Assert.Equal(("補欠として受け付けました", "補欠として受け付けました"), (answers.Item1.Heading, answers.Item2.Heading));
        Assert.Equal(answers.Item2.Texts(".todo h2, .todo p:not(:has(b))"), answers.Item1.Texts(".todo h2, .todo p:not(:has(b))"));
        Assert.Equal((1, 1), await site.InDatabaseAsync(async db => (await db.RepeatSubmissions.CountAsync(), (await db.Cohorts.SingleAsync(c => c.Ordinal == 3)).Waiting)));
    }

    [Fact]
    public async Task After_the_closing_day_neither_is_taken()
    {
        using var site = await Site.StartAsync();
        await site.Visitor().ApplyAsync();
        var visitor = site.Visitor();
        var (known, unknown) = (await visitor.CheckAsync(), await visitor.CheckAsync(("Email", "hanako@example.jp")));
        site.Clock.SetUtcNow(new DateTimeOffset(2022, 8, 20, 9, 0, 0, JapanTime.Offset));

        var answers = (await visitor.SendAsync(known), await visitor.SendAsync(unknown));

        Assert.Equal((HttpStatusCode.Conflict, answers.Item2.Body), (answers.Item1.Status, answers.Item1.Body));
    }

    /// <summary>What somebody who only sees the site from outside can compare, after each sending: the redirect, the page whole, masked, and once more.</summary>
    private static async Task<string[]> AnswersAsync(string applied, bool isPaid, ApplicationStatus[] moves, params string[] sent)
    {
        var (site, _) = await SignInSteps.AtAsync(Now);
        using var ended = site;
        await site.Visitor().ApplyAsync(("Email", applied), ("Name", "諏訪 次郎"), ("Kana", "スワ ジロウ"));
        await ChangeAsync(site, isPaid, moves);
        var answers = new List<string>();
        foreach (var email in sent)
        {
            var visitor = site.Visitor(followsRedirects: false);
            var check = await visitor.CheckAsync(("Email", email));
            var redirect = await visitor.SendAsync(check);
            var path = redirect.Answer.Headers.Location!.OriginalString;
            var (whole, masked, doubled) = (await visitor.OpenAsync(path), await site.Visitor().OpenAsync(path), await visitor.SendAsync(check));
            var number = whole.Text(".done__ref b");
            answers.AddRange(new[] { redirect, whole, masked, doubled }.Select(page => Comparable(page, path, number)));
        }

        return [.. answers];
    }

    private static string Comparable(Page page, string path, string number)
    {
        var headers = page.Answer.Headers.Concat(page.Answer.Content.Headers)
            .Where(header => header.Key != "Date")
            .SelectMany(header => header.Value.Select(value => $"{header.Key}: {(header.Key == "Set-Cookie" ? WithoutSealedText(value) : value)}"));
        return $"{(int)page.Status}\n{string.Join('\n', headers)}\n\n{page.Body}"
            .Replace(path, "/apply/complete/{key}", StringComparison.Ordinal)
            .Replace(number, "{grouped number}", StringComparison.Ordinal)
            .Replace(number.Replace("-", "", StringComparison.Ordinal), "{number}", StringComparison.Ordinal);
    }

    // What is sealed looks different each time; its length has to be the same.
    private static string WithoutSealedText(string cookie)
    {
        var (start, end) = (cookie.IndexOf('=', StringComparison.Ordinal) + 1, cookie.IndexOf(';', StringComparison.Ordinal));
        return $"{cookie[..start]}{{{end - start} signs}}{cookie[end..]}";
    }

    private static Task<int> ChangeAsync(Site site, bool isPaid, ApplicationStatus[] moves) => site.InDatabaseAsync(async db =>
    {
        var application = await db.Applications.Include(a => a.Ledger).SingleAsync();
        foreach (var status in moves)
        {
            application.MoveTo(status, Staff, DateTime.UnixEpoch);
        }

        if (isPaid)
        {
            application.RecordPayment(new MoneyMoved(RandomToken.Draw(), application.Fee, new DateOnly(2022, 6, 13), PaymentWay.BankTransfer, null), Staff, DateTime.UnixEpoch);
        }

        return await db.SaveChangesAsync();
    });
}
