using System.Globalization;
using System.Text.RegularExpressions;

namespace Shiojiri.CxoLab.Mail;

/// <summary>
/// One step of a mail's list (手順) with its number as typed. A blank behind the dot, or a full-width dot, tells it from a date (7.30)
/// and from a measure (9.5時間).
/// </summary>
internal sealed partial record Step(string Typed, string Text)
{
    public int Number => int.Parse(Typed, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The step that a line is; null when it is none.</summary>
    public static Step? Of(string line) => Shape().Match(line) is { Success: true } match ? new Step(match.Groups[1].Value, match.Groups[2].Value.Trim()) : null;

    [GeneratedRegex(@"^([0-9]{1,2})(?:\.[ \u3000\t]|．(?![0-9０-９]))(.*\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
