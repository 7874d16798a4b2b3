namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>Staff put rows in order by moving one past its neighbour (並べ替え).</summary>
internal static class RowOrder
{
    /// <summary>
    /// Moves a row past the next one above or below that it may change places with, whatever stands between them. Answers the place that
    /// it has now, from 1; null when there is none that way, and nothing was moved.
    /// </summary>
    /// <param name="rows">In their order.</param>
    /// <param name="isNeighbour">With which others it may change places; null: with all.</param>
    public static int? Move<T>(List<T> rows, int at, bool up, Predicate<T>? isNeighbour = null)
    {
        var step = up ? -1 : 1;
        var to = at + step;
        while (to >= 0 && to < rows.Count && isNeighbour?.Invoke(rows[to]) == false)
        {
            to += step;
        }

        if (to < 0 || to >= rows.Count)
        {
            return null;
        }

        var row = rows[at];
        rows.RemoveAt(at);
        rows.Insert(to, row);
        return to + 1;
    }
}

/// <summary>The two buttons that move a row, as <c>_MoveButtons</c> shows them.</summary>
/// <param name="Address">Where the form goes.</param>
/// <param name="Name">What the row is called.</param>
internal sealed record MoveButtons(string Address, string Name, bool MayRise = true, bool MayFall = true);
