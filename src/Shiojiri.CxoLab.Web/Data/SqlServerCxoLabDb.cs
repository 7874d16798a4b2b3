using Microsoft.EntityFrameworkCore;

namespace Shiojiri.CxoLab.Web.Data;

internal sealed class SqlServerCxoLabDb(DbContextOptions<SqlServerCxoLabDb> options) : CxoLabDb(options);
