using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Web.Data.Configurations;
using Shiojiri.CxoLab.Web.Hosting.Keys;

namespace Shiojiri.CxoLab.Web.Data;

internal sealed class SqliteCxoLabDb(DbContextOptions<SqliteCxoLabDb> options, SiteKeys keys, SqliteWriter writer) : CxoLabDb(options, keys)
{
    private bool _hasTurn;

    public override Task<T> WriteAsync<T>(Func<CancellationToken, Task<T>> write, CancellationToken ct) =>
        _hasTurn ? write(ct) : writer.AloneAsync(write, ct);

    public override Task<T> UndisturbedAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct) => writer.AloneAsync(
        async token =>
        {
            _hasTurn = true;
            try
            {
                return await work(token);
            }
            finally
            {
                _hasTurn = false;
            }
        },
        ct);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // A search looks into every text: it reads them here and not among the motives.
        modelBuilder.Entity<Application>().HasIndex(a => new { a.CohortId, a.SearchText, a.MergedIntoId }).HasFilter(ApplicationConfiguration.Counting);
    }

    protected override Task<int> StoreAsync(CancellationToken ct) => _hasTurn ? SaveOnceAsync(ct) : writer.SaveAsync(this, SaveOnceAsync, ct);
}
