using System.Globalization;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>How numbers are written on the staff area's pages. What a rule's value is called stands beside its enum.</summary>
internal static class Labels
{
    /// <summary>A score of hundredths as people read it: 3.85.</summary>
    public static string Score(double hundredths) => (hundredths / 100).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>＋20,000円 or −20,000円.</summary>
    public static string Signed(int effect) => $"{(effect < 0 ? "−" : "+")}{new Yen(Math.Abs(effect))}";
}
