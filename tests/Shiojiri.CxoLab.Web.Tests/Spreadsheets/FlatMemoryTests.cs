using Shiojiri.CxoLab.Web.Spreadsheets;

namespace Shiojiri.CxoLab.Web.Tests.Spreadsheets;

/// <summary>Nothing else may run meanwhile: it would be measured too.</summary>
[CollectionDefinition(nameof(FlatMemoryTests), DisableParallelization = true)]
[Collection(nameof(FlatMemoryTests))]
public sealed class FlatMemoryTests
{
    private const int Rows = 10_000;

    private const long Allowed = 4 * 1024 * 1024;

    [Fact]
    public Task A_long_CSV_grows_no_memory() =>
        GrowsNoMemoryAsync(table => CsvTable.WriteAsync(new KestrelLikeStream(), table, CancellationToken.None));

    [Fact]
    public Task A_long_workbook_grows_no_memory() =>
        GrowsNoMemoryAsync(table => XlsxTable.WriteAsync(new KestrelLikeStream(), table, CancellationToken.None));

    // The rows come to 25 MB of UTF-8; whoever gathered them in any form would be seen.
    private static async Task GrowsNoMemoryAsync(Func<Table, Task> write)
    {
        var (early, late) = (0L, 0L);
        var rows = Enumerable.Range(1, Rows).Select(number =>
        {
            if (number is 1000)
            {
                early = GC.GetTotalMemory(forceFullCollection: true);
            }
            else if (number is Rows)
            {
                late = GC.GetTotalMemory(forceFullCollection: true);
            }

            return Enumerable.Range(0, 5).Select(column => $"{number}-{column}".PadRight(170, 'あ')).ToArray();
        });

        await write(Sample.Table(["a", "b", "c", "d", "e"], rows));

        Assert.InRange(late - early, long.MinValue, Allowed);
        Assert.NotEqual(0, late);
    }
}
