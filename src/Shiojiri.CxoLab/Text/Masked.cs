using System.Globalization;

namespace Shiojiri.CxoLab.Text;

/// <summary>What a stranger may see of a name or an address (伏せ字): enough for its owner to know it again.</summary>
public static class Masked
{
    /// <summary>Stands for the rest, however long it is.</summary>
    public const string Rest = "•••";

    /// <summary>h•••@example.jp</summary>
    public static string Email(string email) => First(email) + Rest + email[email.LastIndexOf('@')..];

    /// <summary>シ•••; of however many words the name has.</summary>
    public static string Name(string name) => First(name) + Rest;

    private static string First(string text) => StringInfo.GetNextTextElement(text);
}
