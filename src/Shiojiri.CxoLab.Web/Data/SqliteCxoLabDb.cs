using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Hosting.Keys;

namespace Shiojiri.CxoLab.Web.Data;

internal sealed class SqliteCxoLabDb(DbContextOptions<SqliteCxoLabDb> options, SiteKeys keys, SqliteWriter writer) : CxoLabDb(options, keys)
{
    public override Task<T> WriteAsync<T>(Func<CancellationToken, Task<T>> write, CancellationToken ct) => writer.AloneAsync(write, ct);

    protected override Task<int> StoreAsync(CancellationToken ct) => writer.SaveAsync(this, SaveOnceAsync, ct);
}
