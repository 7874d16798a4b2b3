using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Dashboard;

/// <summary>
/// People on their way from the application to taking part. Each step counts only people of the step before, so that it never widens;
/// those who stay behind are named between the steps.
/// </summary>
internal sealed class DashboardFunnel(IReadOnlyList<ApplicantFacts> facts, DateOnly today)
{
    private static readonly ApplicationStatus[] NotAccepted =
        [ApplicationStatus.Received, ApplicationStatus.UnderReview, ApplicationStatus.Waitlisted, ApplicationStatus.Declined, ApplicationStatus.Withdrawn];

    private readonly List<ApplicantFacts> _accepted = [.. facts.Where(a => a.Status == ApplicationStatus.Accepted)];

    public int Applied => facts.Sum(a => a.Count);

    public IReadOnlyList<FunnelStep> Steps =>
    [
        new("申し込み", Applied, []),
        new("参加確定", _accepted.Sum(a => a.Count), Named(NotAccepted.Select(status => (status.Label(), facts.Where(a => a.Status == status).Sum(a => a.Count))))),
        new(
            "参加費も完納", _accepted.Where(a => a.TakesPart).Sum(a => a.Count),
            Named(_accepted.Where(a => !a.TakesPart).GroupBy(a => a.FeeStatusOn(today).State).OrderBy(g => g.Key).Select(g => (g.Key.Label(), g.Sum(a => a.Count))))),
    ];

    /// <summary>How many have paid but are not to take part yet.</summary>
    public int PaidAhead => facts.Where(a => a.Status.IsOpen() && a.Fee.Amount > 0 && a.Received.Amount >= a.Fee.Amount).Sum(a => a.Count);

    private static IReadOnlyList<(string Label, int Count)> Named(IEnumerable<(string Label, int Count)> people) => [.. people.Where(p => p.Count > 0)];
}

/// <param name="Behind">Those of the step before who are not here, by where they stand.</param>
internal sealed record FunnelStep(string Label, int Count, IReadOnlyList<(string Label, int Count)> Behind);
