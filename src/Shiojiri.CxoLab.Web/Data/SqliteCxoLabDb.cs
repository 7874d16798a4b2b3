using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Hosting.Keys;

namespace Shiojiri.CxoLab.Web.Data;

internal sealed class SqliteCxoLabDb(DbContextOptions<SqliteCxoLabDb> options, SiteKeys keys, SqliteWriteTurn turn) : CxoLabDb(options, keys)
{
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var _ = await turn.TakeAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override async Task<T> WriteAsync<T>(Func<CancellationToken, Task<T>> write, CancellationToken ct)
    {
        using var _ = await turn.TakeAsync(ct);
        return await write(ct);
    }
}
