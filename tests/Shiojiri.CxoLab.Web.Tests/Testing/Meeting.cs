using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>
/// Brings requests together at the worst moment: each has read the table (by itself, not as another's company), none has written yet.
/// A meeting to which not all came proves nothing and fails the test.
/// </summary>
internal sealed class Meeting(string table, TimeSpan? patience = null) : DatabaseWatch
{
    // Shows the request for which the database is asked.
    private static readonly HttpContextAccessor Asking = new();

    // Far more than anything takes, for machines that have more to do.
    private readonly TimeSpan _patience = patience ?? TimeSpan.FromSeconds(20);

    private readonly Regex _reading = new($@"FROM [""\[]{table}[""\]]");
    private readonly ConcurrentDictionary<string, int> _came = new();
    private TaskCompletionSource? _all;
    private int _expected;

    /// <summary>Who is awaited: a page that is read after a form was sent is no guest of the meeting.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>Words of the statement, where a request reads the table several times: only the last look before it writes makes a race.</summary>
    public string Containing { get; init; } = "";

    public override void Prepare(IServiceCollection services) => services.AddHttpContextAccessor();

    /// <summary>Sends these at one moment and gives their answers when all have met.</summary>
    public async Task<T[]> OfAsync<T>(params IReadOnlyList<Func<Task<T>>> requests)
    {
        _came.Clear();
        _expected = requests.Count;
        _all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            var answers = await Task.WhenAll(requests.Select(request => Task.Run(request)));
            Assert.True(_all.Task.IsCompletedSuccessfully, $"Of {_expected} requests {_came.Count} met at {table}: this was no race.");
            return answers;
        }
        finally
        {
            _all = null;
        }
    }

    /// <summary>The same request so many times.</summary>
    public Task<T[]> OfAsync<T>(int times, Func<Task<T>> request) => OfAsync([.. Enumerable.Repeat(request, times)]);

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (_all is { } all && Asking.HttpContext is { } context && context.Request.Method == Method
            && _reading.IsMatch(command.CommandText) && command.CommandText.Contains(Containing, StringComparison.Ordinal) && _came.TryAdd(context.TraceIdentifier, 0))
        {
            if (_came.Count >= _expected)
            {
                all.TrySetResult();
            }

            // Whoever waits in vain goes on, so that the test ends; it has failed by then.
            await Task.WhenAny(all.Task, Task.Delay(_patience, cancellationToken));
            all.TrySetCanceled(CancellationToken.None);
        }

        return result;
    }
}
