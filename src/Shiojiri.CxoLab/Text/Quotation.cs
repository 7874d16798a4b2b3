namespace Shiojiri.CxoLab.Text;

/// <summary>Words in corner brackets (かぎかっこ); brackets within them become double ones, as Japanese sets them.</summary>
public static class Quotation
{
    /// <summary>「『仕様書』作成研修」</summary>
    public static string Of(string words) => $"「{words.Replace('「', '『').Replace('」', '』')}」";
}
