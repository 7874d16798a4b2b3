using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Shiojiri.CxoLab.Applications;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>
/// Which applicants are meant, as it stands in the address of the list: the list itself, its export, a mail to all of them and the
/// way from one to the next all read the same words. What can't be understood counts as not asked for.
/// </summary>
internal sealed record ApplicantFilter
{
    public const string NobodyAssigned = "none";

    /// <summary>The cohort's ordinal; null: the newest.</summary>
    public int? Cohort { get; init; }

    public string? Q { get; init; }

    public string? Status { get; init; }

    public string? Payment { get; init; }

    public string? Interest { get; init; }

    /// <summary>The key of a theme.</summary>
    public string? Theme { get; init; }

    /// <summary>Slug of an on-site session and an answer: field-work:yes.</summary>
    public string? OnSite { get; init; }

    /// <summary>One of the cohort's own questions and a choice of it; its key and that of the choice.</summary>
    public string? Answer { get; init; }

    public string? Tag { get; init; }

    /// <summary>An account's id, or <see cref="NobodyAssigned"/>.</summary>
    public string? Assignee { get; init; }

    public string? Sort { get; init; }

    public int? Page { get; init; }

    public ApplicationStatus? StatusAsked => Parsed<ApplicationStatus>(Status);

    public PaymentFilter? PaymentAsked => Parsed<PaymentFilter>(Payment);

    public ApplicantSort SortAsked => Parsed<ApplicantSort>(Sort) ?? ApplicantSort.Newest;

    /// <summary>Whether anything beyond the cohort is asked for.</summary>
    public bool IsNarrowed => !string.IsNullOrEmpty(Q + Status + Payment + Interest + Theme + OnSite + Answer + Tag + Assignee);

    /// <summary>The same words as a query string, with its question mark; empty when nothing is asked for.</summary>
    public string Query(bool withPage = true)
    {
        var words = new QueryBuilder();
        foreach (var (name, value) in Words(withPage).Where(w => !string.IsNullOrEmpty(w.Value)))
        {
            words.Add(name, value!);
        }

        return words.ToString();
    }

    /// <summary>The words one by one, for hidden fields of a form.</summary>
    public IEnumerable<(string Name, string? Value)> Words(bool withPage = true) =>
    [
        ("cohort", Cohort?.ToString(CultureInfo.InvariantCulture)), ("q", Q), ("status", Status), ("payment", Payment),
        ("interest", Interest), ("theme", Theme), ("onSite", OnSite), ("answer", Answer), ("tag", Tag), ("assignee", Assignee), ("sort", Sort),
        ("page", withPage && Page > 1 ? Page?.ToString(CultureInfo.InvariantCulture) : null),
    ];

    /// <summary>
    /// What was asked for, as the audit log keeps it. Of a search or a tag it says only that there was one: the word may be somebody's name.
    /// </summary>
    public IReadOnlyDictionary<string, string> ForAudit() => Words(withPage: true)
        .Where(w => !string.IsNullOrEmpty(w.Value))
        .ToDictionary(w => w.Name, w => w.Name is "q" or "tag" ? "…" : w.Value!);

    /// <summary>Reads the words of a query string; unknown ones are left out.</summary>
    public static ApplicantFilter Read(string? query)
    {
        var words = QueryHelpers.ParseQuery(query);
        string? Word(string name) => words.TryGetValue(name, out var values) && values[0] is { Length: > 0 } value ? value : null;
        return new ApplicantFilter
        {
            Cohort = int.TryParse(Word("cohort"), NumberStyles.None, CultureInfo.InvariantCulture, out var cohort) ? cohort : null,
            Q = Word("q"),
            Status = Word("status"),
            Payment = Word("payment"),
            Interest = Word("interest"),
            Theme = Word("theme"),
            OnSite = Word("onSite"),
            Answer = Word("answer"),
            Tag = Word("tag"),
            Assignee = Word("assignee"),
            Sort = Word("sort"),
        };
    }

    private static T? Parsed<T>(string? word)
        where T : struct, Enum =>
        word is { Length: > 0 } && !char.IsAsciiDigit(word[0]) && word[0] != '-' && Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}

internal enum ApplicantSort
{
    Newest,
    Oldest,
    Kana,
    Due,
    Score,
}
