using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Serilog.Core;
using Serilog.Events;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.FirstStart;

/// <summary>While there is no account, the start log alone leads to the first administrator.</summary>
public sealed partial class FirstStartTests
{
    private const string Chosen = "平沢の漆器を手に取ってみた";

    [Fact]
    public async Task The_link_of_the_start_log_makes_the_first_administrator_once_and_stands_in_no_other_line()
    {
        var log = new MemorySink();
        using var site = await StartAsync(log, new() { ["Staff:RequireSecondFactor"] = "true", ["Serilog:MinimumLevel:Default"] = "Verbose" });
        var link = log.Link;
        var founder = site.Visitor();

        var without = await site.Visitor().OpenAsync($"/admin/first-start/{RandomToken.Draw()}");
        var form = await founder.OpenAsync(link);
        var next = await FillAsync(founder, link);
        var again = await site.Visitor().OpenAsync(link);
        var sentAgain = await site.Visitor().PostAsync(link, [new("FormToken", form.Fields($"form[action='{link}']")["FormToken"])]);

        Assert.Equal((HttpStatusCode.NotFound, "はじめの管理者をつくる", "2段階認証の設定"), (without.Status, form.Heading, next.Heading));
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.True(sentAgain.Status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest);
        Assert.Equal([AuditAction.StaffAdded, AuditAction.PasswordChanged, AuditAction.SignedIn], await site.AuditAsync());
        Assert.Equal(
            [("塩尻 花子", "hanako@example.jp", Role.Administrator)],
            await site.InDatabaseAsync(db => db.StaffAccounts.Select(a => ValueTuple.Create(a.DisplayName, a.Email!, a.Role)).ToListAsync()));
        Assert.Equal("same-origin", Assert.Single(form.Answer.Headers.GetValues("Referrer-Policy")));
        Assert.True(form.Answer.Headers.CacheControl!.NoStore);
        Assert.Single(log.Lines, line => line.Contains(link.Split('/')[^1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_is_good_for_15_minutes()
    {
        var (log, time) = (new MemorySink(), new FakeTimeProvider(new DateTimeOffset(2026, 4, 1, 10, 0, 0, JapanTime.Offset)));
        using var site = await StartAsync(log, time: time);
        time.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));

        var early = await site.Visitor().OpenAsync(log.Link);
        time.Advance(TimeSpan.FromSeconds(1));
        var late = await site.Visitor().OpenAsync(log.Link);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (early.Status, late.Status));
    }

    [Fact]
    public async Task A_newer_start_makes_the_older_link_void_and_its_own_is_good_on_every_node()
    {
        var (first, second) = (new MemorySink(), new MemorySink());
        using var site = await StartAsync(first);
        using var restarted = await StartAsync(second, site.DatabaseSettings);

        var older = await restarted.Visitor().OpenAsync(first.Link);
        var newer = await site.Visitor().OpenAsync(second.Link);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (older.Status, newer.Status));
    }

    [Fact]
    public async Task Of_forms_that_meet_one_makes_an_account()
    {
        var (log, meeting) = (new MemorySink(), new Meeting("FirstStartLinks"));
        using var site = await StartAsync(log, services: meeting.Watch);
        var forms = new List<(HttpClient Visitor, Dictionary<string, string> Fields)>();
        for (var i = 0; i < 3; i++)
        {
            var visitor = site.Visitor(followsRedirects: false);
            forms.Add((visitor, Filled(await visitor.OpenAsync(log.Link), log.Link, ("Email", $"hanako{i}@example.jp"))));
        }

        var answers = await meeting.OfAsync([.. forms.Select(f => (Func<Task<Page>>)(() => f.Visitor.PostAsync(log.Link, f.Fields)))]);

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.NotFound, HttpStatusCode.NotFound], answers.Select(a => a.Status).Order());
        Assert.Equal(1, await site.InDatabaseAsync(db => db.StaffAccounts.CountAsync()));
    }

    [Fact]
    public async Task An_account_that_was_made_otherwise_ends_the_link_and_no_start_writes_another()
    {
        var (log, later) = (new MemorySink(), new MemorySink());
        using var site = await StartAsync(log);
        await site.AccountAsync(Role.Viewer);

        var page = await site.Visitor().OpenAsync(log.Link);
        using var restarted = await StartAsync(later, site.DatabaseSettings);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.DoesNotContain(later.Lines, line => line.Contains("first-start", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_faulty_form_says_what_is_wrong_and_gives_no_password_back()
    {
        var log = new MemorySink();
        using var site = await StartAsync(log);
        var visitor = site.Visitor();

        var empty = await visitor.FillAsync(log.Link, log.Link);
        var weak = await FillAsync(visitor, log.Link, ("NewPassword", "hanako-hanako"), ("Repeated", "hanako-hanako"));
        var different = await FillAsync(visitor, log.Link, ("Repeated", $"{Chosen}。"));

        Assert.Equal(["お名前を入力してください", "メールアドレスを入力してください", "パスワードを入力してください"], empty.Texts(".errsum li"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.Status);
        Assert.Single(weak.Texts(".errsum li"));
        Assert.Equal(["2つのパスワードが同じではありません。もう一度入力してください"], different.Texts(".errsum li"));
        Assert.DoesNotContain(Chosen, different.Body, StringComparison.Ordinal);
        Assert.Equal("塩尻 花子", different.Fields($"form[action='{log.Link}']")["Name"]);
        Assert.Empty(await site.InDatabaseAsync(db => db.StaffAccounts.ToListAsync()));
    }

    [Fact]
    public async Task Who_tries_too_often_has_to_wait()
    {
        var log = new MemorySink();
        using var site = await StartAsync(log, new() { ["Staff:SignInsPerMinute"] = "2" });

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
        {
            answers.Add((await site.Visitor().OpenAsync(log.Link)).Status);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers);
    }

    [SqliteFact]
    public async Task On_an_empty_database_the_log_holds_the_link_and_no_warning_of_the_migrations()
    {
        var log = new MemorySink();
        var empty = Path.Combine(Directory.CreateTempSubdirectory("cxolab-empty-").FullName, "cxolab.db");
        await File.WriteAllBytesAsync(empty, []);
        using var site = await Site.StartAsync(
            new() { ["Serilog:MinimumLevel:Default"] = "Warning" }, own => own.AddSingleton<ILogEventSink>(log), database: empty);
        Assert.NotNull(site.Services);

        Assert.Equal("第三期メンバー 募集要項", (await site.Visitor().OpenAsync("/recruit")).Heading);
        Assert.NotEmpty(log.Link);
        Assert.Single(log.Lines);
        Directory.Delete(Path.GetDirectoryName(empty)!, recursive: true);
    }

    private static async Task<Site> StartAsync(
        MemorySink log, Dictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null, FakeTimeProvider? time = null)
    {
        var site = await Site.StartAsync(
            new(settings ?? []) { ["Serilog:MinimumLevel:Default"] = settings?.GetValueOrDefault("Serilog:MinimumLevel:Default") ?? "Warning" },
            own =>
            {
                own.AddSingleton<ILogEventSink>(log);
                services?.Invoke(own);
            },
            time: time);
        Assert.NotNull(site.Services); // it starts when it is asked for something
        return site;
    }

    private static async Task<Page> FillAsync(HttpClient visitor, string link, params (string Field, string Value)[] changes) =>
        await visitor.PostAsync(link, Filled(await visitor.OpenAsync(link), link, changes));

    private static Dictionary<string, string> Filled(Page form, string link, params (string Field, string Value)[] changes)
    {
        var fields = form.Fields($"form[action='{link}']");
        (fields["Name"], fields["Email"], fields["NewPassword"], fields["Repeated"]) = ("塩尻 花子", "hanako@example.jp", Chosen, Chosen);
        foreach (var (field, value) in changes)
        {
            fields[field] = value;
        }

        return fields;
    }

    [GeneratedRegex("http://localhost:5080(/admin/first-start/[A-Za-z0-9_-]{22}) ")]
    private static partial Regex Address();

    private sealed class MemorySink : ILogEventSink
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public string Link => Lines.Select(line => Address().Match(line)).Single(found => found.Success).Groups[1].Value;

        public void Emit(LogEvent logEvent) => Lines.Enqueue(
            logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture).Replace("\"", "", StringComparison.Ordinal)
            + logEvent.Exception + string.Join(' ', logEvent.Properties.Where(p => p.Key != "Address").Select(p => p.Value)));
    }
}
