using System.Diagnostics;
using System.Globalization;

namespace Shiojiri.CxoLab.Web.Spreadsheets;

/// <summary>What a column holds, and so how a workbook shows, sorts and adds it up.</summary>
internal enum ColumnKind
{
    /// <summary>A short text; digits stay as they are, with leading zeros.</summary>
    Text,

    /// <summary>A text of some lines.</summary>
    LongText,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A number with two decimals.</summary>
    Mean,

    /// <summary>A day in Japan.</summary>
    Day,

    /// <summary>A day and time of day in Japan.</summary>
    Moment,
}

/// <summary>One column of a table, whatever kind of file it becomes.</summary>
internal sealed record TableColumn(string Title, ColumnKind Kind = ColumnKind.Text)
{
    /// <summary>A value as a text that every program reads alike; nothing is an empty text.</summary>
    public string Text(object? value) => (Kind, value) switch
    {
        (_, null) => "",
        (ColumnKind.Text or ColumnKind.LongText, string text) => text,
        (ColumnKind.Number, int number) => number.ToString(CultureInfo.InvariantCulture),
        (ColumnKind.Mean, double number) => number.ToString("0.00", CultureInfo.InvariantCulture),
        (ColumnKind.Day, DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (ColumnKind.Moment, DateTime moment) => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        _ => throw new UnreachableException($"A column of {Kind} holds no {value.GetType().Name}."),
    };
}

/// <summary>A table that is read while it is written.</summary>
/// <param name="Name">What it is a table of: the name of a workbook's sheet.</param>
/// <param name="Columns">From left to right.</param>
/// <param name="Count">How many rows there are, or a few more: some may be gone by the time they are read.</param>
/// <param name="Rows">A value for each column: a string, int, double, DateOnly or DateTime as the kind of the column has it, or null.</param>
internal sealed record Table(string Name, IReadOnlyList<TableColumn> Columns, int Count, IAsyncEnumerable<IReadOnlyList<object?>> Rows);
