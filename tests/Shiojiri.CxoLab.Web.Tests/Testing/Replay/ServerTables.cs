using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Tests.Testing.Replay;

/// <summary>What the model knows of SQL Server's tables: which of them grow with people, and what narrows them down to few rows.</summary>
internal sealed class ServerTables
{
    /// <summary>They grow with the programme and its staff: some dozens of rows, some hundreds after years. Every other table grows with people or with time.</summary>
    public static readonly IReadOnlySet<string> Small = new HashSet<string>
    {
        "AuditHeads", "Briefings", "Cohorts", "CurriculumSessions", "DataProtectionKeys", "FirstStartLinks", "FormQuestionRevisions", "FormQuestions", "Heartbeats", "InterestAreas", "JobLeases",
        "MailTemplates", "ReviewCriteria", "SavedViews", "SiteStamps", "StaffAccounts", "StaffClaims", "StaffLogins", "StaffPasskeys", "StaffTokens", "Tags", "Themes",
    };

    /// <summary>Equal in every collation: Identity's own keys, whose values are constants of the code, and telephone numbers, which are digits.</summary>
    private static readonly HashSet<string> Plain = ["Applications.Phone", "StaffTokens.LoginProvider", "StaffTokens.Name", "StaffLogins.LoginProvider", "StaffLogins.ProviderKey"];

    private readonly Dictionary<string, List<HashSet<string>>> _narrow = [];
    private readonly Dictionary<(string Table, string Column), IColumn> _columns;

    public ServerTables(IModel model)
    {
        var tables = model.GetRelationalModel().Tables.ToList();
        _columns = tables.SelectMany(t => t.Columns).ToDictionary(c => (c.Table.Name, c.Name));
        foreach (var table in tables)
        {
            _narrow[table.Name] =
            [
                Names(table.PrimaryKey!.Columns),
                .. table.Indexes.Where(i => i.IsUnique).Select(i => Names(i.Columns)),

                // What belongs to one person, one mail or one text is few.
                .. table.ForeignKeyConstraints.Where(k => !Small.Contains(k.PrincipalTable.Name)).Select(k => Names(k.Columns)),

                // What was done with one application.
                .. table.Name == "AuditEntries" ? new[] { new HashSet<string> { "Subject" } } : [],
            ];
        }
    }

    public IEnumerable<string> All => _narrow.Keys;

    /// <summary>Whether values for these columns leave few rows of the table.</summary>
    public bool IsNarrowedBy(string table, IReadOnlySet<string> columns) => _narrow[table].Exists(columns.IsSupersetOf);

    /// <summary>A column of text that is not compared letter by letter; null for every other one.</summary>
    public bool HasServersCollation(string table, string column) =>
        _columns.TryGetValue((table, column), out var found) && found.StoreType.StartsWith("nvarchar", StringComparison.Ordinal)
        && found.Collation != SqlServerCxoLabDb.LetterByLetter && !IsCode(found) && !Plain.Contains($"{table}.{column}");

    /// <summary>Whether a group for each value of this column makes few groups: names of states, yes and no, days, amounts (a fee and what is paid of it), prefectures and countries, what belongs to the programme.</summary>
    public bool HasFewValues(string table, string column) =>
        _columns.TryGetValue((table, column), out var found)
        && (IsCode(found) || found.StoreType is "bit" or "date"
            || (table, column) is ("Applications", "Residence") || found.PropertyMappings.All(m => m.Property.ClrType == typeof(Yen))
            || found.Table.ForeignKeyConstraints.Any(k => Small.Contains(k.PrincipalTable.Name) && k.Columns.Count == 1 && k.Columns[0] == found));

    /// <summary>Names of members of an enum: ASCII words of our own, equal in every collation.</summary>
    private static bool IsCode(IColumn column) => column.PropertyMappings.All(m => (Nullable.GetUnderlyingType(m.Property.ClrType) ?? m.Property.ClrType).IsEnum);

    private static HashSet<string> Names(IEnumerable<IColumn> columns) => [.. columns.Select(c => c.Name)];
}
