using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>How filters are called on screens and in addresses.</summary>
internal static class FilterLabels
{
    public static string Word(this Enum value) => value.ToString().ToLowerInvariant();

    public static string Label(this PaymentFilter filter) => filter switch
    {
        PaymentFilter.Unpaid => "入金待ち",
        PaymentFilter.NotAsked => FeeState.NotAsked.Label(),
        PaymentFilter.Asked => FeeState.Asked.Label(),
        PaymentFilter.Overdue => FeeState.Overdue.Label(),
        PaymentFilter.Partial => "一部入金",
        PaymentFilter.OnHold => FeeState.OnHold.Label(),
        PaymentFilter.Paid => FeeState.Settled.Label(),
        PaymentFilter.Overpaid => "払いすぎ",
        PaymentFilter.RefundDue => FeeState.RefundDue.Label(),
        PaymentFilter.Refunded => "返金済み",
        PaymentFilter.None => FeeState.None.Label(),
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, null),
    };

    public static string Label(this ApplicantSort sort) => sort switch
    {
        ApplicantSort.Oldest => "古い順",
        ApplicantSort.Kana => "フリガナ順",
        ApplicantSort.Due => "期限が近い順",
        ApplicantSort.Score => "得点が高い順",
        ApplicantSort.Newest => "新しい順",
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, null),
    };

    /// <summary>7/30</summary>
    public static string ShortDay(this CurriculumSession session) => $"{session.StartsOn.Month}/{session.StartsOn.Day}";

    /// <summary>The filter as a person would say it, part by part; empty when everybody is meant.</summary>
    public static IReadOnlyList<string> Say(this ApplicantFilter filter, Cohort cohort, string? assignee, string? theme = null)
    {
        var words = new List<string?>
        {
            string.IsNullOrWhiteSpace(filter.Q) ? null : $"「{filter.Q.Trim()}」を含む",
            filter.StatusAsked is { } decision ? $"審査が{decision.Label()}" : null,
            filter.PaymentAsked is { } payment ? $"参加費が{payment.Label()}" : null,
            cohort.InterestAreas.Any(a => a.Name == filter.Interest) ? $"関心が{filter.Interest}" : null,
            theme is null ? null : $"関心のあるテーマが「{theme}」",
            ApplicantSearch.OnSite(filter.OnSite, cohort) is var (session, answer)
                ? $"{cohort.OnSiteSessions.First(s => s.Id == session).ShortDay()}の現地日程が{answer.Label()}" : null,
            string.IsNullOrEmpty(filter.Tag) ? null : $"タグが{filter.Tag}",
            filter.Assignee == ApplicantFilter.NobodyAssigned ? "担当者なし" : assignee is null ? null : $"担当者が{assignee}",
        };
        return [.. words.OfType<string>()];
    }
}
