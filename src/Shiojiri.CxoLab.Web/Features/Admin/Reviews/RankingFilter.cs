using Microsoft.AspNetCore.Http.Extensions;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Reviews;

/// <summary>Whom the ranking shows, and in which order; words of the address, each of which may be anything.</summary>
internal sealed record RankingFilter
{
    public int? Cohort { get; init; }

    public string? Sort { get; init; }

    /// <summary>all: those already decided too.</summary>
    public string? Status { get; init; }

    /// <summary>2: only who has that many scores.</summary>
    public string? Count { get; init; }

    public int? Page { get; init; }

    public RankingSort SortAsked => Enum.TryParse<RankingSort>(Sort, ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : RankingSort.Mean;

    public bool DecidedToo => Status == "all";

    public bool ComparableOnly => Count == "2";

    public string Query()
    {
        var query = new QueryBuilder();
        Add("cohort", Cohort?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Add("sort", SortAsked == RankingSort.Mean ? null : SortAsked.Word());
        Add("status", DecidedToo ? "all" : null);
        Add("count", ComparableOnly ? "2" : null);
        Add("page", Page is > 1 and var page ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
        return query.ToString();

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                query.Add(key, value);
            }
        }
    }
}

internal enum RankingSort
{
    /// <summary>平均が高い順</summary>
    Mean,

    /// <summary>ばらつきが大きい順</summary>
    Spread,

    /// <summary>採点が少ない順</summary>
    Fewest,
}

internal static class RankingSortLabels
{
    /// <summary>平均が高い順 …</summary>
    public static string Label(this RankingSort sort) => sort switch
    {
        RankingSort.Mean => "平均が高い順",
        RankingSort.Spread => "ばらつきが大きい順",
        RankingSort.Fewest => "採点が少ない順",
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, null),
    };
}
