using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Hosting.Telemetry;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Hosting;

/// <summary>What leaves for a collector: right counts, routes, and nothing of anybody.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task What_is_exported_names_routes_and_nobody()
    {
        await using var collector = await Collector.StartAsync();
        using var site = await Site.StartAsync(new() { ["Telemetry:Endpoint"] = collector.Address, ["FormGuard:PerMinute"] = "2" });
        var visitor = site.Visitor();
        visitor.DefaultRequestHeaders.Add("User-Agent", "canary-agent");
        visitor.DefaultRequestHeaders.Add("tracestate", "canary=1");
        visitor.DefaultRequestHeaders.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        visitor.DefaultRequestHeaders.Add("baggage", "canary=1");
        var complete = await visitor.ApplyAsync(("Name", "金糸雀 太郎"), ("Kana", "カナリア タロウ"), ("Email", "canary@example.jp"), ("Phone", "090-8765-4321"));
        await visitor.OpenAsync("/canary@example.jp?name=canary");
        await (await site.StaffAsync(Role.Viewer)).OpenAsync("/admin/applications?q=canary");
        await Eventually.HoldsAsync(() => site.InDatabaseAsync(db => db.OutgoingMails.AllAsync(m => m.State == MailState.Sent)));

        site.Services.GetRequiredService<TracerProvider>().ForceFlush();
        site.Services.GetRequiredService<MeterProvider>().ForceFlush();

        var key = complete.Answer.RequestMessage!.RequestUri!.Segments[^1];
        Assert.All(
            ["/v1/traces GET apply/complete/{key}", "/v1/traces POST apply", "/v1/metrics cxolab.sign_ups", "/v1/metrics cxolab.mails", "/v1/metrics cxolab.outbox.age", "/v1/metrics http.server.request.duration"],
            sought => Assert.Contains(collector.Taken, t => t.Path == sought.Split(' ', 2)[0] && t.Body.Contains(sought.Split(' ', 2)[1], StringComparison.Ordinal)));
        Assert.All(
            ["金糸雀", "カナリア", "canary", "8765", key, "url.path", "url.query", "user_agent", "client.address"],
            secret => Assert.DoesNotContain(collector.Taken, t => t.Body.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Each_application_and_each_attempt_at_a_mail_is_counted_by_what_became_of_it()
    {
        await using var smtp = new LoopbackSmtp(SmtpMood.RejectsRecipientForNow);
        var settings = smtp.Settings;
        settings["Telemetry:Endpoint"] = "http://127.0.0.1:9";
        settings["FormGuard:PerMinute"] = "4";
        using var site = await Site.StartAsync(settings, Outbox.StandsStill);
        using var counts = new Counts(site.Services.GetRequiredService<SiteMetrics>().Meter);
        var visitor = site.Visitor();

        var check = await visitor.CheckAsync(("Email", "a@example.jp"));
        await visitor.SendAsync(check);
        await visitor.SendAsync(check);
        await visitor.ApplyAsync(("Email", "A@example.jp"));
        await site.InDatabaseAsync(db => db.Cohorts.ExecuteUpdateAsync(set => set.SetProperty(c => c.Capacity, 1).SetProperty(c => c.PlacesTaken, 1)));
        await visitor.ApplyAsync(("Email", "b@example.jp"));
        await visitor.ApplyAsync(("Email", "c@example.jp"));
        await visitor.ApplyAsync(("Email", "d@example.jp"));
        await site.DeliverAllAsync();
        smtp.Mood = SmtpMood.Accepts;
        await site.InDatabaseAsync(db => db.OutgoingMails.Where(m => m.Recipient == "a@example.jp").ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAttemptUtc, m => m.QueuedUtc)));
        await site.DeliverAllAsync();

        Assert.Equal(
            new SortedDictionary<string, long>(StringComparer.Ordinal)
            {
                ["cxolab.sign_ups accepted"] = 1,
                ["cxolab.sign_ups repeated"] = 1,
                ["cxolab.sign_ups waitlisted"] = 2,
                ["cxolab.sign_ups refused 429"] = 1,
                ["cxolab.mails PaymentInstructions deferred"] = 1,
                ["cxolab.mails RepeatNotice deferred"] = 1,
                ["cxolab.mails ApplicationReceipt deferred"] = 2,
                ["cxolab.mails PaymentInstructions sent"] = 1,
                ["cxolab.mails RepeatNotice sent"] = 1,
            },
            counts.Seen);
    }

    [Fact]
    public async Task Without_a_collector_nothing_is_registered_that_measures_or_traces()
    {
        using var site = await Site.StartAsync();

        Assert.Null(site.Services.GetService<TracerProvider>());
        Assert.Null(site.Services.GetService<MeterProvider>());
        Assert.Null(site.Services.GetService<Web.Data.SavedCounts>());
    }

    private sealed class Counts : IDisposable
    {
        private readonly MeterListener _listener = new();

        public Counts(Meter meter)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (ReferenceEquals(instrument.Meter, meter))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            {
                var name = $"{instrument.Name} {string.Join(' ', tags.ToArray().Select(t => t.Value))}";
                lock (Seen)
                {
                    Seen[name] = Seen.GetValueOrDefault(name) + value;
                }
            });
            _listener.Start();
        }

        public SortedDictionary<string, long> Seen { get; } = new(StringComparer.Ordinal);

        public void Dispose() => _listener.Dispose();
    }

    /// <summary>Takes whatever is sent by OTLP over HTTP. Texts stand in its messages as they are.</summary>
    private sealed class Collector(WebApplication app, ConcurrentQueue<(string Path, string Body)> taken) : IAsyncDisposable
    {
        public ConcurrentQueue<(string Path, string Body)> Taken => taken;

        public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var taken = new ConcurrentQueue<(string, string)>();
            var app = builder.Build();
            app.Run(async context =>
            {
                using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
                taken.Enqueue((context.Request.Path.Value!, await reader.ReadToEndAsync()));
                context.Response.StatusCode = (int)HttpStatusCode.OK;
            });
            await app.StartAsync();
            return new Collector(app, taken);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
