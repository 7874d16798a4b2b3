using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Data;

/// <summary>A copy of the SQLite file that is taken while people apply, by SQLite's own way of copying.</summary>
public sealed class CopyWhilePeopleApplyTests
{
    [SqliteFact]
    public async Task Whoever_had_a_number_before_the_copy_was_begun_is_in_it()
    {
        using var site = await Site.StartAsync(services: services => Outbox.StandsStill(services));
        var copy = Path.Combine(Path.GetDirectoryName(site.DatabaseFile)!, "copy.db");
        var (accepted, enough) = (new ConcurrentQueue<string>(), new TaskCompletionSource());
        using var end = new CancellationTokenSource();
        var applying = Enumerable.Range(0, 4).Select(at => Task.Run(async () =>
        {
            for (var i = 0; !end.IsCancellationRequested; i++)
            {
                var page = await site.Visitor().ApplyAsync(("Email", $"taro.{at}.{i}@example.jp"));
                accepted.Enqueue(page.Text(".done__ref b").Replace("-", "", StringComparison.Ordinal));
                if (accepted.Count > 20)
                {
                    enough.TrySetResult();
                }
            }
        })).ToList();

        await enough.Task.WaitAsync(TimeSpan.FromSeconds(60));
        string[] before = [.. accepted];
        await using (var from = new SqliteConnection($"Data Source={site.DatabaseFile}"))
        await using (var to = new SqliteConnection($"Data Source={copy};Pooling=False"))
        {
            await from.OpenAsync();
            from.BackupDatabase(to);
        }

        await end.CancelAsync();
        await Task.WhenAll(applying);

        await using var restored = await Site.StartAsync(database: copy);
        var numbers = await restored.InDatabaseAsync(db => Task.FromResult(db.Applications.Select(a => a.Number).ToHashSet()));
        Assert.All(before, number => Assert.Contains(number, numbers));
        Assert.True(accepted.Count > before.Length, "Nobody applied meanwhile.");
        await using var check = new SqliteConnection($"Data Source={copy};Pooling=False");
        await check.OpenAsync();
        await using var command = check.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", await command.ExecuteScalarAsync());
    }
}
