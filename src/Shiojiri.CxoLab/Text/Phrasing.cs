namespace Shiojiri.CxoLab.Text;

/// <summary>A title that says itself where its line may break (文節の切れ目): a | marks the place, and nobody who reads sees the sign.</summary>
public static class Phrasing
{
    public const char Mark = '|';

    /// <summary>The title without its signs, for lists, mails and whatever else breaks lines by itself.</summary>
    public static string Plain(string title) => title.Replace("|", "", StringComparison.Ordinal);
}
