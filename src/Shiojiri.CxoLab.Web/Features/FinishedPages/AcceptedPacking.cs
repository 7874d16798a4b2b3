using Microsoft.Extensions.Primitives;

namespace Shiojiri.CxoLab.Web.Features.FinishedPages;

/// <summary>Reads Accept-Encoding (RFC 9110, 12.5.3) as far as the site needs it: whether a packing is named and not refused by a weight of 0.</summary>
internal static class AcceptedPacking
{
    public static bool Takes(StringValues accepted, string packing)
    {
        foreach (var line in accepted)
        {
            var rest = line.AsSpan();
            while (rest.Length > 0)
            {
                var comma = rest.IndexOf(',');
                var part = (comma < 0 ? rest : rest[..comma]).Trim();
                rest = comma < 0 ? [] : rest[(comma + 1)..];
                var semicolon = part.IndexOf(';');
                if ((semicolon < 0 ? part : part[..semicolon]).TrimEnd().Equals(packing, StringComparison.OrdinalIgnoreCase))
                {
                    return semicolon < 0 || !IsRefused(part[(semicolon + 1)..].Trim());
                }
            }
        }

        return false;
    }

    // q=0, q=0.0, q=0.00 or q=0.000
    private static bool IsRefused(ReadOnlySpan<char> weight) =>
        weight.StartsWith("q=0", StringComparison.OrdinalIgnoreCase) && weight[3..].TrimStart('.').Trim('0').IsEmpty;
}
