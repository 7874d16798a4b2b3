using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Session;

public sealed class SignInTests
{
    private const string Wrong = "メールアドレスかパスワードが違います。もう一度お確かめください。";

    private static readonly DateTimeOffset Now = new(2026, 4, 1, 10, 0, 0, JapanTime.Offset);

    [Fact]
    public async Task A_password_alone_leads_to_the_desk_while_no_second_factor_is_set_in_Development()
    {
        using var site = await Site.StartAsync();
        await site.AccountAsync(Role.Reviewer);

        var page = await site.Visitor().SignInAsync();

        Assert.Equal((HttpStatusCode.OK, "ダッシュボード"), (page.Status, page.Heading));
        Assert.Equal([AuditAction.SignedIn], await site.AuditAsync());
    }

    [Fact]
    public async Task The_code_of_the_app_is_asked_for_after_the_password()
    {
        var (site, _) = await SignInSteps.AtAsync(Now);
        using var _1 = site;
        await site.AccountAsync(Role.Reviewer, secondFactor: true);
        var visitor = site.Visitor();

        var second = await visitor.SignInAsync();
        var before = await visitor.OpenAsync("/admin");
        var desk = await visitor.EnterCodeAsync(SignInSteps.CodeAt(Now));

        Assert.Equal(("認証コード", "管理画面へのサインイン", "ダッシュボード"), (second.Heading, before.Heading, desk.Heading));
    }

    [Theory]
    [InlineData("hanako@example.jp", "wrong password 1")]
    [InlineData("nobody@example.jp", SignedInStaff.Password)]
    [InlineData("closed@example.jp", SignedInStaff.Password)]
    [InlineData("locked@example.jp", SignedInStaff.Password)]
    [InlineData("no address at all", SignedInStaff.Password)]
    [InlineData("hanako@example.jp", "")]
    public async Task Every_refusal_has_the_same_words_and_costs_the_same_one_hash(string email, string password)
    {
        var hasher = new CountingHasher();
        using var site = await Site.StartAsync(services: services => services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<StaffAccount>>(hasher)));
        await site.AccountAsync(Role.Viewer);
        await site.AccountAsync(Role.Viewer, "closed@example.jp");
        await site.AccountAsync(Role.Viewer, "locked@example.jp");
        await site.InDatabaseAsync(async db =>
        {
            (await db.StaffAccounts.SingleAsync(a => a.Email == "closed@example.jp")).DisabledUtc = TimeProvider.System.GetUtcNow().UtcDateTime;
            (await db.StaffAccounts.SingleAsync(a => a.Email == "locked@example.jp")).LockoutEnd = TimeProvider.System.GetUtcNow().AddMinutes(5);
            return await db.SaveChangesAsync();
        });
        var visitor = site.Visitor();
        hasher.Verified = 0;

        var page = await visitor.SignInAsync(email, password);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, Wrong, 1), (page.Status, page.Text(".note--err p"), hasher.Verified));
    }

    [Fact]
    public async Task Five_wrong_passwords_close_the_door_for_15_minutes_and_then_for_30()
    {
        var (site, time) = await SignInSteps.AtAsync(Now);
        using var _1 = site;
        await site.AccountAsync(Role.Viewer);
        var visitor = site.Visitor();

        foreach (var minutes in new[] { 15, 30, 60 })
        {
            for (var i = 0; i < 5; i++)
            {
                await visitor.SignInAsync(password: "wrong password 1");
            }

            time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            Assert.Equal((minutes, Wrong), (minutes, (await visitor.SignInAsync()).Text(".note--err p")));
            time.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.Equal("ダッシュボード", (await visitor.SignInAsync()).Heading);
        var account = await site.InDatabaseAsync(db => db.StaffAccounts.SingleAsync());
        Assert.Equal((0, 0, null), (account.AccessFailedCount, account.Lockouts, account.LockoutEnd));
        Assert.Equal(3, (await site.AuditAsync()).Count(a => a == AuditAction.LockedOut));
    }

    [Fact]
    public async Task Forty_guesses_at_one_moment_are_no_more_than_five()
    {
        var hasher = new CountingHasher();
        var meeting = new Meeting("StaffAccounts");
        using var site = await Site.StartAsync(services: services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<StaffAccount>>(hasher));
            meeting.Watch(services);
        });
        var account = await site.AccountAsync(Role.Viewer);
        var visitor = site.Visitor();
        var fields = (await visitor.OpenAsync("/admin/sign-in")).Fields(SignInSteps.SignInForm);
        fields["Email"] = "hanako@example.jp";
        fields["Password"] = "wrong password 1";
        hasher.Compared.Clear();

        await meeting.OfAsync(40, () => visitor.PostAsync("/admin/sign-in", fields));

        Assert.Equal(5, hasher.Compared.Count(hash => hash == account.PasswordHash));
    }

    [Fact]
    public async Task The_eleventh_try_of_one_network_in_a_minute_is_turned_away_whatever_it_says_of_itself()
    {
        using var site = await Site.StartAsync(new() { ["Staff:SignInsPerMinute"] = "10" });
        var visitor = site.Visitor();

        for (var i = 0; i < 10; i++)
        {
            visitor.DefaultRequestHeaders.Remove("X-Forwarded-For");
            visitor.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{i}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SignInAsync()).Status);
        }

        var refused = await visitor.SignInAsync();

        Assert.Equal((HttpStatusCode.TooManyRequests, "短い時間に何度も送られました。1分ほど待ってから、もう一度お試しください。"), (refused.Status, refused.Text(".note--err p")));
        Assert.InRange(refused.Answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https://evil.example/admin")]
    [InlineData("/admin\t//evil.example")]
    [InlineData("/%09/evil.example")]
    [InlineData("//user@evil.example/admin")]
    [InlineData("/admin/../..//evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/admin@evil.example")]
    [InlineData("/administrator")]
    [InlineData("")]
    [InlineData("/apply")]
    public async Task A_hostile_return_address_leads_to_the_desk(string from)
    {
        using var site = await Site.StartAsync();
        await site.AccountAsync(Role.Viewer);
        var visitor = site.Visitor(followsRedirects: false);
        var fields = (await visitor.OpenAsync("/admin/sign-in")).Fields(SignInSteps.SignInForm);
        fields["Email"] = "hanako@example.jp";
        fields["Password"] = SignedInStaff.Password;
        fields["From"] = from;

        var answer = await visitor.PostAsync("/admin/sign-in", fields);
        var second = await visitor.OpenAsync($"/admin/sign-in?from={Uri.EscapeDataString(from)}");

        Assert.Equal(("/admin", "/admin"), (answer.Answer.Headers.Location!.OriginalString, second.Answer.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task A_return_address_of_the_desk_is_kept()
    {
        using var site = await Site.StartAsync();
        await site.AccountAsync(Role.Viewer);

        var answer = await site.Visitor(followsRedirects: false).SignInAsync(from: "/admin/applications?q=yama&page=2");

        Assert.Equal("/admin/applications?q=yama&page=2", answer.Answer.Headers.Location!.OriginalString);
    }
}

/// <summary>Counts how often a password was compared, and with what.</summary>
internal sealed class CountingHasher : IPasswordHasher<StaffAccount>
{
    private readonly PasswordHasher<StaffAccount> _real = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }));

    public int Verified { get; set; }

    public System.Collections.Concurrent.ConcurrentBag<string> Compared { get; } = [];

    public string HashPassword(StaffAccount user, string password) => _real.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(StaffAccount user, string hashedPassword, string providedPassword)
    {
        Verified++;
        Compared.Add(hashedPassword);
        return _real.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
