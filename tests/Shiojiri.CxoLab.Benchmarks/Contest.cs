using System.Diagnostics;

namespace Shiojiri.CxoLab.Benchmarks;

/// <summary>One of those compared.</summary>
/// <param name="OpenWorker">Gives one worker its own connection, if it has one, and the step it repeats.</param>
/// <param name="Settle">Waits, outside the measured time, until nothing of the round is left to do.</param>
/// <param name="Times">How many times the steps of the others a fast one takes, so that its rounds aren't over in a blink.</param>
/// <param name="Processor">The processor time that the one who answers has used so far.</param>
internal sealed record Contender(Func<(Action Step, IDisposable? Held)> OpenWorker, Action? Settle = null, int Times = 1, Func<TimeSpan>? Processor = null);

/// <summary>What the rounds of one contender came to: medians over rounds of steps per second, of milliseconds of processor time a step and of the 99th percentile.</summary>
internal sealed record Measured(double Rate, double ProcessorMilliseconds, double P99Milliseconds);

/// <summary>
/// Lets contenders take turns in short rounds, so that whatever else the machine does meets all of them alike. Workers are threads
/// with blocking sockets: of all clients the one that takes least from the two cores it shares with the server.
/// </summary>
internal sealed class Contest : IDisposable
{
    private readonly (Action Step, IDisposable? Held)[][] _workers;
    private readonly Contender[] _contenders;

    public Contest(int atOnce, params Contender[] contenders)
    {
        _contenders = contenders;
        _workers = [.. contenders.Select(c => Enumerable.Range(0, atOnce).Select(_ => c.OpenWorker()).ToArray())];
    }

    public void WarmUp(TimeSpan each) => Run(1, each);

    /// <summary>Rounds of the same length.</summary>
    public Measured[] Run(int rounds, TimeSpan length) => Run(rounds, _ =>
    {
        var watch = Stopwatch.StartNew();
        return () => watch.Elapsed < length;
    });

    /// <summary>Rounds of the same number of steps.</summary>
    public Measured[] Run(int rounds, int steps) => Run(rounds, contender =>
    {
        var left = steps * contender.Times;
        return () => Interlocked.Decrement(ref left) >= 0;
    });

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    public void Dispose()
    {
        foreach (var (_, held) in _workers.SelectMany(w => w))
        {
            held?.Dispose();
        }
    }

    private Measured[] Run(int rounds, Func<Contender, Func<bool>> newLimit)
    {
        var all = _contenders.Select(_ => new List<Measured>()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var turn = 0; turn < _contenders.Length; turn++)
            {
                // Every round begins with another one: nobody always follows the same neighbour.
                var index = (round + turn) % _contenders.Length;
                all[index].Add(Round(_contenders[index], _workers[index], () => newLimit(_contenders[index])));
            }
        }

        return [.. all.Select(own => new Measured(
            Median(own.Select(m => m.Rate)), Median(own.Select(m => m.ProcessorMilliseconds)), Median(own.Select(m => m.P99Milliseconds))))];
    }

    private static Measured Round(Contender contender, (Action Step, IDisposable? Held)[] workers, Func<Func<bool>> newLimit)
    {
        using var ready = new CountdownEvent(workers.Length);
        using var go = new ManualResetEventSlim();
        Func<bool> more = () => false;
        var times = workers.Select(_ => new List<long>()).ToArray();
        Exception? trouble = null;
        var threads = workers.Select((worker, index) => new Thread(() =>
        {
            ready.Signal();
            go.Wait();
            try
            {
                while (more())
                {
                    var begun = Stopwatch.GetTimestamp();
                    worker.Step();
                    times[index].Add(Stopwatch.GetTimestamp() - begun);
                }
            }
            catch (Exception failed)
            {
                // An exception on a thread of its own would end the program before its children are ended.
                trouble = failed;
            }
        })).ToArray();
        foreach (var thread in threads)
        {
            thread.Start();
        }

        ready.Wait();
        more = newLimit();
        var used = contender.Processor?.Invoke() ?? TimeSpan.Zero;
        var watch = Stopwatch.StartNew();
        go.Set();
        foreach (var thread in threads)
        {
            thread.Join();
        }

        var seconds = watch.Elapsed.TotalSeconds;
        contender.Settle?.Invoke();
        used = (contender.Processor?.Invoke() ?? TimeSpan.Zero) - used;
        var sorted = times.SelectMany(t => t).Order().ToArray();
        return trouble is null
            ? new Measured(sorted.Length / seconds, used.TotalMilliseconds / sorted.Length, sorted[sorted.Length * 99 / 100] * 1000.0 / Stopwatch.Frequency)
            : throw new InvalidOperationException("A round failed.", trouble);
    }
}
