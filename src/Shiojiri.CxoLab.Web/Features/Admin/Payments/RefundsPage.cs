using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Features.Admin.Payments;

/// <summary>Whom money has to be given back to, whoever has waited longest first.</summary>
internal sealed record RefundsPage(Cohort Cohort, DateOnly Today, IReadOnlyList<RefundRow> Rows, PaymentTabs Tabs)
{
    public Yen Sum => new(Rows.Sum(r => r.Sum.Amount));

    public int WithoutAccount => Rows.Count(r => r.Account is null);

    /// <summary>きょう, 7日前</summary>
    public string Since(RefundRow row) => Today.DayNumber - row.SinceOn.DayNumber is > 0 and var days ? $"{days}日前" : "きょう";
}

/// <param name="IsExcess">Too much came in; else the person does not take part.</param>
/// <param name="SinceOn">The day of the decision or of the payment, whichever came last.</param>
/// <param name="Account">Masked; null when it is not known.</param>
internal sealed record RefundRow(string Number, string Name, ApplicationStatus Status, bool IsExcess, Yen Sum, DateOnly SinceOn, string? Account);
