using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// Writes every fault of the database down once, whoever answers it in the end: kind, number and the engine's words without any
/// value. Those that nobody but a person can mend are remembered for a while, for the health check.
/// </summary>
internal sealed partial class DatabaseFaultLog(ILogger<DatabaseFaultLog> logger, TimeProvider time)
{
    /// <summary>How long the health check tells of a defect.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private const int MostRemembered = 1000;
    private const string Noted = "CxoLab.Noted";

    private readonly ConcurrentQueue<(DateTimeOffset At, DatabaseFault Fault)> _defects = new();

    /// <summary>Defects and full disks of the last minutes, the newest last.</summary>
    public IReadOnlyList<DatabaseFault> Recent
    {
        get
        {
            var since = time.GetUtcNow() - Remembered;
            return [.. _defects.Where(d => d.At > since).Select(d => d.Fault)];
        }
    }

    /// <param name="exception">Whatever was thrown; what is no fault of a database, or was noted before, is passed over.</param>
    /// <param name="values">What was being stored or asked for, to be taken out of the message.</param>
    public void Note(Exception exception, IEnumerable<string?>? values = null)
    {
        if (DatabaseTrouble.Find(exception) is not { Kind: not DatabaseFaultKind.LostRace } fault || fault.Cause.Data.Contains(Noted))
        {
            return;
        }

        fault.Cause.Data[Noted] = true;
        var words = Scrub(fault.Cause.Message, values ?? []);
        if (fault.Kind == DatabaseFaultKind.Passing)
        {
            Passing(logger, fault.Engine, fault.Number, words);
            return;
        }

        _defects.Enqueue((time.GetUtcNow(), fault));
        while (_defects.Count > MostRemembered)
        {
            _defects.TryDequeue(out _);
        }

        Lasting(logger, fault.Kind, fault.Engine, fault.Number, words);
    }

    /// <summary>
    /// The engine's words without values: what was stored goes first, then whatever is quoted as a value, an address, a longer number
    /// or not ASCII. Names of tables, columns and constraints stay.
    /// </summary>
    internal static string Scrub(string message, IEnumerable<string?> values)
    {
        foreach (var value in values.Where(v => v is { Length: > 1 }).Distinct().OrderByDescending(v => v!.Length))
        {
            message = message.Replace(value!, "…", StringComparison.OrdinalIgnoreCase);
        }

        var scrubbed = Unsafe().Replace(message, "…");
        return scrubbed.Length <= 500 ? scrubbed : scrubbed[..500];
    }

    [GeneratedRegex("""(?<=\bvalues?( is|:)? ?)(\(.*\)|'.*')|[^\s'"(]+@[^\s'")]+|[^\x20-\x7E]+|\d{5,}|\d[\d-]{6,}""", RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unsafe();

    [LoggerMessage(40, LogLevel.Warning, "The database is busy or away: {Engine} {Number}: {Words}")]
    private static partial void Passing(ILogger logger, string engine, int number, string words);

    [LoggerMessage(41, LogLevel.Error, "The database needs a person ({Kind}): {Engine} {Number}: {Words}")]
    private static partial void Lasting(ILogger logger, DatabaseFaultKind kind, string engine, int number, string words);
}

/// <summary>Hears of every command, connection and save that fails, with the values that were in it.</summary>
internal sealed class DatabaseFaultWatch(DatabaseFaultLog log) : SaveChangesInterceptor, IDbCommandInterceptor, IDbConnectionInterceptor
{
    public Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        log.Note(eventData.Exception, command.Parameters.Cast<DbParameter>().Select(p => p.Value as string));
        return Task.CompletedTask;
    }

    public Task ConnectionFailedAsync(DbConnection connection, ConnectionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        log.Note(eventData.Exception);
        return Task.CompletedTask;
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        var changed = eventData.Context?.ChangeTracker.Entries().Where(e => e.State is not EntityState.Unchanged).SelectMany(e => e.Properties) ?? [];
        log.Note(eventData.Exception, changed.SelectMany(p => new[] { p.CurrentValue as string, p.OriginalValue as string }));
        return Task.CompletedTask;
    }
}
