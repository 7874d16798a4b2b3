using System.Text;

namespace Shiojiri.CxoLab.Web.Tests.Spreadsheets;

/// <summary>A reader that knows nothing of the writer and forgives nothing: lines end with CRLF, quotes are doubled within quotes.</summary>
internal static class Rfc4180
{
    public static string[][] Read(string csv)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        for (var at = 0; at < csv.Length;)
        {
            row.Add(Cell(csv, ref at));
            if (csv[at] == ',')
            {
                at++;
                continue;
            }

            Assert.Equal("\r\n", csv.Substring(at, 2));
            at += 2;
            rows.Add([.. row]);
            row.Clear();
        }

        Assert.Empty(row);
        return [.. rows];
    }

    private static string Cell(string csv, ref int at)
    {
        var cell = new StringBuilder();
        if (csv[at] != '"')
        {
            for (; csv[at] is not (',' or '\r'); at++)
            {
                Assert.NotEqual('"', csv[at]);
                cell.Append(csv[at]);
            }

            return cell.ToString();
        }

        for (at++; csv[at] != '"' || csv[at + 1] == '"'; at++)
        {
            cell.Append(csv[at]);
            at += csv[at] == '"' ? 1 : 0;
        }

        at++;
        return cell.ToString();
    }
}
