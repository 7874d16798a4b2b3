using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>Lets something happen once, between the moment when a request has read a table and whatever it does then.</summary>
internal sealed class MomentAfterReading(string table) : DatabaseWatch
{
    private readonly Regex _reading = new($@"FROM [""\[]{table}[""\]]");

    public Func<Task>? Comes { get; set; }

    /// <summary>How often the table is read before that.</summary>
    public int LetPass { get; set; }

    public override void Prepare(IServiceCollection services)
    {
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (Comes is { } comes && _reading.IsMatch(command.CommandText) && LetPass-- == 0)
        {
            Comes = null;
            await comes();
        }

        return result;
    }
}
