using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Tests.Testing.Replay;

/// <summary>What the site may not ask although SQL Server would take it, and the few exceptions, each with its reason.</summary>
internal static class ServerJudge
{
    private const string PasskeyRecord = "Identity's own query makes its record of each passkey of one account.";

    /// <summary>Reads all rows, of one cohort at most, and why.</summary>
    private static readonly Dictionary<string, string> ReadsAll = new()
    {
        ["ExportQuery.IdsAsync"] = "Ids alone, so that the rows can follow in portions and nobody is left out or comes twice.",
        ["RankingQuery.PeopleAsync"] = "Two numbers for each review of a cohort; a place is known when all are.",
        ["CriteriaService.ChangeAsync"] = "Another weight weighs every review of a cohort anew, in one save.",
        ["PersonTraceQuery.FindAsync"] = "Whatever tells of a person who is erased: a bound would leave some of it.",
        ["PersonTraceQuery.OtherMailsAsync"] = "The same: mails to the person's address, and test mails that have not left.",
        ["SavedViewTraces.FindAsync"] = "Every saved filter is looked through for the person: some for each account.",
        ["AuditErasure.EraseAsync"] = "Every line of the log that may hold the person is looked through.",
        ["StaffInvitationService.WithdrawAsync"] = "What was assigned to somebody who has never signed in.",
        ["FoldedColumns.MergeAsync"] = "Once, at the upgrade from the first release: pairs of ids under tags that turn out to be one.",
    };

    /// <summary>Works something out on this side, row by row, and why.</summary>
    private static readonly Dictionary<string, string> OnTheClient = new()
    {
        ["PasskeyService.OfAsync"] = PasskeyRecord,
        ["PasskeyService.RemoveAllAsync"] = PasskeyRecord,
    };

    private static readonly Lazy<ServerTables> Tables = new(() =>
    {
        using var db = new SqlServerDesignTime().CreateDbContext([]);
        return new ServerTables(db.GetService<IDesignTimeModel>().Model);
    });

    public static IEnumerable<string> Excepted => ReadsAll.Keys.Concat(OnTheClient.Keys);

    public static IEnumerable<string> FaultsOf(string sql, string caller)
    {
        if (new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors) is not TSqlScript script || errors.Count > 0)
        {
            yield break;
        }

        foreach (var select in script.Batches.SelectMany(b => b.Statements).OfType<SelectStatement>())
        {
            if (!ReadsAll.ContainsKey(caller) && new ListBounds(Tables.Value).Unbounded(select.QueryExpression) is { Count: > 0 } unbounded)
            {
                yield return $"reads {string.Join(", ", unbounded)} without a bound: {sql}";
            }
        }

        foreach (var fault in new TextRules(Tables.Value, script).Faults())
        {
            yield return $"{fault}: {sql}";
        }
    }

    public static IEnumerable<string> FaultsOf(IEnumerable<string> clientCalls, string caller) =>
        OnTheClient.ContainsKey(caller) ? [] : clientCalls.Distinct().Select(call => $"calls {call} for every row on the client");
}
