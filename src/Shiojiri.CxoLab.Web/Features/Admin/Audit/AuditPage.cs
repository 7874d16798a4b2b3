using System.Globalization;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Web.Features.Admin.Audit;

/// <summary>What of the log is asked for, as it stands in the address. What makes no sense is as if it were not there.</summary>
internal sealed class AuditFilter
{
    public const string Views = "views";

    /// <summary>The filters in their order; the first one is what nobody has to ask for.</summary>
    public static readonly IReadOnlyList<AuditChoice> Choices =
    [
        new("", "変更だけ", [AuditGroup.Decision, AuditGroup.Payment, AuditGroup.Applicant, AuditGroup.Mail, AuditGroup.Settings, AuditGroup.Staff]),
        new("decisions", "審査と決定", [AuditGroup.Decision]),
        new("payments", "入金", [AuditGroup.Payment]),
        new("applicants", "申込者", [AuditGroup.Applicant]),
        new("mail", "メール", [AuditGroup.Mail]),
        new("settings", "設定と職員", [AuditGroup.Settings, AuditGroup.Staff]),
        new("sign-ins", "サインイン", [AuditGroup.SignIn]),
        new(Views, "閲覧", [AuditGroup.View]),
    ];

    public string? Show { get; set; }

    public string? Subject { get; set; }

    public string? Actor { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    /// <summary>One day, in place of from and until.</summary>
    public string? Day { get; set; }

    public int? Page { get; set; }

    public AuditChoice Choice => Choices.FirstOrDefault(c => c.Key == Show) ?? Choices[0];

    public DateOnly? FromDay => TypedDay.Parse(Day) ?? TypedDay.Parse(From);

    public DateOnly? UntilDay => TypedDay.Parse(Day) ?? TypedDay.Parse(Until);

    public string Address(string? show, int page = 1) => "/admin/audit" + QueryString.Create(
        new Dictionary<string, string?>
        {
            ["show"] = show,
            ["subject"] = Subject,
            ["actor"] = Actor,
            ["from"] = FromDay?.ToString("O", CultureInfo.InvariantCulture),
            ["until"] = UntilDay?.ToString("O", CultureInfo.InvariantCulture),
            ["page"] = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null,
        }.Where(w => !string.IsNullOrEmpty(w.Value)));
}

/// <param name="Key">As it stands in the address.</param>
internal sealed record AuditChoice(string Key, string Label, AuditGroup[] Groups)
{
    public AuditAction[] Actions { get; } = [.. AuditActions.In(Groups)];
}

/// <summary>One line on the screen.</summary>
/// <param name="AtUtc">Real time.</param>
/// <param name="Subject">Whom or what it is about, as people call it; null when the sentence says it all.</param>
/// <param name="Link">The applicant's page, for whoever may see it.</param>
internal sealed record AuditLine(DateTime AtUtc, string Kind, string? Subject, string? Link, string Words, string By);

/// <param name="Lines">One page, the newest first.</param>
/// <param name="At">The page, from 1.</param>
internal sealed record AuditPage(
    AuditFilter Filter, IReadOnlyList<AuditLine> Lines, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<string> Actors, DateOnly Today, int At, int Pages)
{
    public IEnumerable<IGrouping<DateOnly, AuditLine>> Days => Lines.GroupBy(l => JapanTime.DayOf(l.AtUtc));
}
