using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Shiojiri.CxoLab.Mail;

namespace Shiojiri.CxoLab.Web.Features.Admin.Mail;

/// <summary>Which mails are meant, as it stands in the address of the list. What can't be understood counts as not asked for.</summary>
internal sealed record MailFilter
{
    public string? State { get; init; }

    public string? Kind { get; init; }

    public string? Q { get; init; }

    public int? Page { get; init; }

    public MailState? StateAsked => Parsed<MailState>(State);

    public MailKind? KindAsked => Parsed<MailKind>(Kind);

    public bool IsNarrowed => StateAsked is not null || KindAsked is not null || !string.IsNullOrWhiteSpace(Q);

    /// <summary>The list's address with these words.</summary>
    public string Address()
    {
        var words = new QueryBuilder();
        foreach (var (name, value) in new[]
        {
            ("state", State), ("kind", Kind), ("q", Q), ("page", Page > 1 ? Page?.ToString(CultureInfo.InvariantCulture) : null),
        })
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                words.Add(name, value);
            }
        }

        return $"/admin/mail{words}";
    }

    private static T? Parsed<T>(string? word)
        where T : struct, Enum =>
        word is { Length: > 0 } && char.IsAsciiLetter(word[0]) && Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
