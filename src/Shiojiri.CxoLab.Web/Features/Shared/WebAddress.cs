using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>An address of another site that staff type: https alone, for pages link to it.</summary>
internal static class WebAddress
{
    /// <summary>Whether it may be stored; nothing typed is fit too.</summary>
    public static bool IsFit(string? typed, int limit)
    {
        var text = Folding.Line(typed);
        return text.Length == 0
            || (text.Length <= limit && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.UserInfo.Length == 0
                && !text.Any(char.IsWhiteSpace));
    }
}
