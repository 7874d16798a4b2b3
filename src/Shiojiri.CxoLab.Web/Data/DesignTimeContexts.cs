using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Shiojiri.CxoLab.Web.Hosting.Keys;

namespace Shiojiri.CxoLab.Web.Data;

// `dotnet ef migrations add` builds a context through these, without starting the site or reaching a database.

internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteCxoLabDb>
{
    public SqliteCxoLabDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteCxoLabDb>();
        DatabaseSetup.UseSqlite(options, "Data Source=design-time.db");
        return new SqliteCxoLabDb(options.Options, new SiteKeys([]), new SqliteWriter());
    }
}

internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerCxoLabDb>
{
    public SqlServerCxoLabDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlServerCxoLabDb>();
        DatabaseSetup.UseSqlServer(options, "Server=design-time");
        return new SqlServerCxoLabDb(options.Options, new SiteKeys([]));
    }
}
