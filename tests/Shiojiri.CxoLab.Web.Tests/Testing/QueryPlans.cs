using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>Asks SQLite, before each question, how it is going to answer it.</summary>
internal sealed class QueryPlans : DatabaseWatch
{
    private readonly ConcurrentQueue<(string Sql, string[] Steps)> _asked = new();

    /// <summary>The questions since the last <see cref="StartAgain"/>, each with its steps.</summary>
    public IReadOnlyList<(string Sql, string[] Steps)> Asked => [.. _asked];

    public void StartAgain() => _asked.Clear();

    public override void Prepare(IServiceCollection services) => services.WithoutPolling();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
        {
            _asked.Enqueue((command.CommandText, StepsOf(command)));
        }

        return ValueTask.FromResult(result);
    }

    private static string[] StepsOf(DbCommand command)
    {
        using var explanation = command.Connection!.CreateCommand();
        explanation.Transaction = command.Transaction;
#pragma warning disable CA2100 // It is the site's own question.
        explanation.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
#pragma warning restore CA2100
        foreach (DbParameter parameter in command.Parameters)
        {
            var copy = explanation.CreateParameter();
            (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
            explanation.Parameters.Add(copy);
        }

        using var reader = explanation.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }

        return [.. steps];
    }
}
