using System.Globalization;

namespace Shiojiri.CxoLab;

/// <summary>An amount of money in whole yen (円), tax included (税込).</summary>
public readonly record struct Yen(int Amount)
{
    /// <summary>20,000円</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount:N0}円");

    /// <summary>20,000円（税込）: the way a price must be shown to consumers (消費税法63条, 総額表示).</summary>
    public string WithTax => $"{this}（税込）";
}
