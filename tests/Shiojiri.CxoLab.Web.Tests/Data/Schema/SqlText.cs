using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Shiojiri.CxoLab.Web.Tests.Data.Schema;

/// <summary>T-SQL of SQL Server 2022 to and from its tree.</summary>
internal static class SqlText
{
    /// <summary>Fails the test that asked when the text does not parse.</summary>
    public static TSqlFragment Parse(string sql)
    {
        var parsed = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        Assert.Empty(errors.Select(e => $"{e.Line}: {e.Message}"));
        return parsed;
    }

    public static string Of(TSqlFragment fragment)
    {
        new Sql160ScriptGenerator().GenerateScript(fragment, out var text);
        return text;
    }

    /// <summary>The same condition in the same letters, whoever wrote it.</summary>
    public static string Condition(string sql)
    {
        var parsed = new TSql160Parser(initialQuotedIdentifiers: true).ParseBooleanExpression(new StringReader(sql), out var errors);
        Assert.Empty(errors.Select(e => e.Message));
        while (parsed is BooleanParenthesisExpression inner)
        {
            parsed = inner.Expression;
        }

        return OneLine(Of(parsed));
    }

    /// <summary>The same value in the same letters, whoever wrote it.</summary>
    public static string Value(string sql)
    {
        var parsed = new TSql160Parser(initialQuotedIdentifiers: true).ParseExpression(new StringReader(sql), out var errors);
        Assert.Empty(errors.Select(e => e.Message));
        while (parsed is ParenthesisExpression inner)
        {
            parsed = inner.Expression;
        }

        return OneLine(Of(parsed));
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
