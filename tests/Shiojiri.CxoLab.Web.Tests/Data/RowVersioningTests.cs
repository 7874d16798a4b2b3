using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Serilog.Core;
using Serilog.Events;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Data;

/// <summary>READ_COMMITTED_SNAPSHOT is looked at once, at the start; what comes of it is a line in the log and nothing else.</summary>
public sealed class RowVersioningTests
{
    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    [InlineData(null, 0)]
    public async Task A_database_whose_readers_wait_for_writers_is_told_of_in_the_log_with_the_cure_and_served(bool? isOn, int lines)
    {
        var log = new Lines();
        var server = new SilentSqlServer { RowVersioning = isOn };
        using var site = await server.StartSiteAsync(log);

        var page = await site.Visitor().OpenAsync("/health/live");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(lines, log.Written.Count(line => line.Contains("\"ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE\"", StringComparison.Ordinal)));
        Assert.Single(server.Statements, sql => sql.Contains("is_read_committed_snapshot_on", StringComparison.Ordinal));
        Assert.Empty(server.Faults);
    }

    [Fact]
    public async Task SQLite_has_no_such_switch()
    {
        using var site = await Site.StartAsync();

        Assert.False(await site.InDatabaseAsync(db => RowVersioning.IsOffAsync(db, CancellationToken.None)));
    }

    private sealed class Lines : ILogEventSink
    {
        public ConcurrentQueue<string> Written { get; } = new();

        public void Emit(LogEvent logEvent) => Written.Enqueue(logEvent.RenderMessage(CultureInfo.InvariantCulture));
    }
}
