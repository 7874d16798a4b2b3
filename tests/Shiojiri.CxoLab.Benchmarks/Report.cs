using System.Globalization;

namespace Shiojiri.CxoLab.Benchmarks;

/// <summary>The table at the end, in ASCII so that it can be pasted anywhere.</summary>
internal sealed class Report
{
    private readonly List<(string Name, string Site, string Other, string Ratio, string Goal)> _rows = [];
    private readonly List<string> _notes = [];

    public void Rate(string name, Measured site, Measured other, string goal) =>
        Add(name, Text($"{site.Rate:0}/s"), Text($"{other.Rate:0}/s"), site.Rate / other.Rate, goal);

    public void Processor(Measured site, Measured other, string goal) =>
        Add("  processor time each", Text($"{site.ProcessorMilliseconds:0.000} ms"), Text($"{other.ProcessorMilliseconds:0.000} ms"), site.ProcessorMilliseconds / other.ProcessorMilliseconds, goal);

    public void Slowest(Measured site, Measured other, string goal, string against = "") =>
        Add($"  99 of 100 within{against}", Text($"{site.P99Milliseconds:0.0} ms"), Text($"{other.P99Milliseconds:0.0} ms"), site.P99Milliseconds / other.P99Milliseconds, goal);

    public void Add(string name, string site, string other, double? ratio, string goal) =>
        _rows.Add((name, site, other, ratio is null ? "" : Text($"{ratio:0.00}"), goal));

    public void Note(string text) => _notes.Add(text);

    public void Print(TextWriter output)
    {
        output.WriteLine($"{"",-52} {"site",9} {"bare/raw",9} {"ratio",6}  goal");
        foreach (var row in _rows)
        {
            output.WriteLine($"{row.Name,-52} {row.Site,9} {row.Other,9} {row.Ratio,6}  {row.Goal}".TrimEnd());
        }

        output.WriteLine();
        foreach (var note in _notes)
        {
            output.WriteLine(note);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
