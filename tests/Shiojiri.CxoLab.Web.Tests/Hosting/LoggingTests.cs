using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Hosting;

public sealed class LoggingTests
{
    [Fact]
    public async Task No_log_holds_anything_personal_even_at_the_finest_level()
    {
        var lines = new MemorySink();
        await using (var smtp = new LoopbackSmtp(SmtpMood.RejectsRecipient))
        {
            var settings = smtp.Settings;
            settings["Serilog:MinimumLevel:Default"] = "Verbose";
            settings["FormGuard:PerMinute"] = "2";
            using var site = await Site.StartAsync(settings, services => services.AddSingleton<ILogEventSink>(lines));
            var visitor = site.Visitor();
            (string, string)[] canary =
            [
                ("Name", "金糸雀 太郎"), ("Kana", "カナリア タロウ"), ("Email", "canary@example.jp"), ("Phone", "090-8765-4321"),
                ("Occupation", "金糸雀飼い"), ("Motivation", "金糸雀の動機"),
            ];
            var complete = await visitor.ApplyAsync(canary);
            await visitor.ApplyAsync(canary);
            await visitor.ApplyAsync(canary);
            await visitor.CheckAsync([.. canary, ("Kana", "金糸雀")]);
            await site.Visitor().SendAsync(await visitor.CheckAsync(canary));
            await visitor.OpenAsync("/canary@example.jp?name=金糸雀");
            await visitor.PostAsync("/apply", [KeyValuePair.Create("金糸雀", "1"), KeyValuePair.Create("金糸雀", "2")]);
            await Eventually.HoldsAsync(() => site.InDatabaseAsync(db => db.OutgoingMails.AllAsync(m => m.Attempts > 0 && m.LeasedUntilUtc == null)));

            var key = complete.Answer.RequestMessage!.RequestUri!.Segments[^1];
            string[] secrets = ["金糸雀", "カナリア", "canary", "8765-4321", "87654321", "CfDJ8", key];
            var log = string.Join('\n', lines.Written);
            Assert.Contains("\"Route\":\"/apply/complete/{key}\",\"StatusCode\":200", log, StringComparison.Ordinal);
            Assert.Contains("was not delivered at attempt", log, StringComparison.Ordinal);
            Assert.Contains("The rate limit turned a request away", log, StringComparison.Ordinal);
            Assert.Contains("missing or expired token", log, StringComparison.Ordinal);
            Assert.Contains("A form had 1 faults", log, StringComparison.Ordinal);
            Assert.DoesNotContain(log.Split('\n'), line => secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        }
    }

    [Fact]
    public void Each_message_of_the_log_has_a_number_of_its_own()
    {
        const BindingFlags any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var numbers = typeof(Program).Assembly.GetTypes().Concat(typeof(Application).Assembly.GetTypes())
            .SelectMany(type => type.GetMethods(any))
            .Select(method => (Method: $"{method.DeclaringType!.Name}.{method.Name}", Message: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(found => found.Message is not null)
            .ToList();

        Assert.NotEmpty(numbers);
        Assert.Empty(numbers.GroupBy(n => n.Message!.EventId).Where(same => same.Count() > 1).Select(same => $"{same.Key}: {string.Join(", ", same.Select(n => n.Method))}"));
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
