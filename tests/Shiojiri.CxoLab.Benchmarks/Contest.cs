using System.Diagnostics;

namespace Shiojiri.CxoLab.Benchmarks;

/// <summary>One of those compared.</summary>
/// <param name="OpenWorker">Gives one worker its own connection, if it has one, and the step it repeats.</param>
/// <param name="Settle">Waits, outside the measured time, until nothing of the round is left to do.</param>
/// <param name="Times">How many times the steps of the others a fast one takes, so that its rounds aren't over in a blink.</param>
internal sealed record Contender(Func<(Action Step, IDisposable? Held)> OpenWorker, Action? Settle = null, int Times = 1);

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

    /// <summary>The median rate of each contender, steps per second, from rounds of the same length.</summary>
    public double[] Run(int rounds, TimeSpan length) => Run(rounds, _ =>
    {
        var watch = Stopwatch.StartNew();
        return () => watch.Elapsed < length;
    });

    /// <summary>The median rate of each contender, steps per second, from rounds of the same number of steps.</summary>
    public double[] Run(int rounds, int steps) => Run(rounds, contender =>
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

    private double[] Run(int rounds, Func<Contender, Func<bool>> newLimit)
    {
        var rates = _contenders.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var turn = 0; turn < _contenders.Length; turn++)
            {
                // Every round begins with another one: nobody always follows the same neighbour.
                var index = (round + turn) % _contenders.Length;
                rates[index].Add(Round(_workers[index], () => newLimit(_contenders[index])));
                _contenders[index].Settle?.Invoke();
            }
        }

        return [.. rates.Select(Median)];
    }

    private static double Round((Action Step, IDisposable? Held)[] workers, Func<Func<bool>> newLimit)
    {
        using var ready = new CountdownEvent(workers.Length);
        using var go = new ManualResetEventSlim();
        Func<bool> more = () => false;
        var done = 0;
        Exception? trouble = null;
        var threads = workers.Select(worker => new Thread(() =>
        {
            ready.Signal();
            go.Wait();
            try
            {
                var mine = 0;
                while (more())
                {
                    worker.Step();
                    mine++;
                }

                Interlocked.Add(ref done, mine);
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
        var watch = Stopwatch.StartNew();
        go.Set();
        foreach (var thread in threads)
        {
            thread.Join();
        }

        return trouble is null ? done / watch.Elapsed.TotalSeconds : throw new InvalidOperationException("A round failed.", trouble);
    }
}
