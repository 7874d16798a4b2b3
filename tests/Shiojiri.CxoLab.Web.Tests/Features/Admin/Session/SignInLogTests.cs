using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Session;

public sealed class SignInLogTests
{
    [Fact]
    public async Task The_log_tells_of_every_try_by_account_number_and_of_nothing_secret()
    {
        var lines = new MemorySink();
        using var site = await Site.StartAsync(
            new() { ["Serilog:MinimumLevel:Default"] = "Verbose", ["Staff:SignInsPerMinute"] = "7" },
            services => services.AddSingleton<ILogEventSink>(lines));
        await site.AccountAsync(Role.Viewer, "canary@example.jp", name: "金糸雀 太郎");
        var visitor = site.Visitor();

        await visitor.SignInAsync("canary@example.jp");
        await visitor.OpenAsync("/admin/staff");
        await visitor.PostAsync("/admin/sign-out", []);
        await visitor.FillAsync("/admin/account", "/admin/sign-out");
        await visitor.FillAsync("/admin/password/forgotten", "/admin/password/forgotten", ("Email", "canary@example.jp"));
        var link = await Mailbox.LinkAsync(site, "/admin/password/");
        await visitor.OpenAsync(link);
        for (var i = 0; i < 7; i++)
        {
            await visitor.SignInAsync("canary@example.jp", "wrong canary 1");
        }

        var log = string.Join('\n', lines.Written);
        foreach (var line in new[]
        {
            "Account 1 signed in by \"password\"", "was refused what its role may not do", "missing or expired token",
            "A sign-in by \"password\" failed for account 1", "Account 1 is locked for 15 minutes", "The rate limit turned a sign-in away",
        })
        {
            Assert.Contains(line, log, StringComparison.Ordinal);
        }

        string[] secrets = ["金糸雀", "canary", SignedInStaff.Password, "CfDJ8", link.Split('/')[^1]];
        Assert.DoesNotContain(log.Split('\n'), line => secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    private sealed class MemorySink : ILogEventSink
    {
        private readonly CompactJsonFormatter _formatter = new();

        public ConcurrentQueue<string> Written { get; } = new();

        public void Emit(LogEvent logEvent)
        {
            using var line = new StringWriter();
            _formatter.Format(logEvent, line);
            Written.Enqueue(Regex.Unescape(line.ToString()) + logEvent.RenderMessage());
        }
    }
}
