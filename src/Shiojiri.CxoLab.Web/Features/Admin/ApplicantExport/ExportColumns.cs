using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Spreadsheets;

namespace Shiojiri.CxoLab.Web.Features.Admin.ApplicantExport;

/// <summary>An application with everything a column may want to know.</summary>
/// <param name="Application">With answers and ledger.</param>
/// <param name="Mean">The reviewers' mean, 1 to 5; null also where the person may not see it yet.</param>
internal sealed record ExportRow(Application Application, IReadOnlyList<string> Tags, string? Assignee, double? Mean, IReadOnlyList<string> Reviewers)
{
    /// <summary>The themes that interest the person, as they were named then.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];
}

/// <param name="Key">As it is posted.</param>
/// <param name="IsPersonal">Tells who somebody is, how to reach them, or what they wrote.</param>
/// <param name="IsUsual">Chosen unless somebody changes it.</param>
/// <param name="Value">What stands in the cell: of the type that the kind has.</param>
internal sealed record ExportColumn(
    string Key, string Title, bool IsPersonal, bool IsUsual, Func<ExportRow, object?> Value, ColumnKind Kind = ColumnKind.Text)
{
    /// <summary>Tells the answer to one of the cohort's own questions.</summary>
    public bool IsAnswer { get; init; }

    public TableColumn Column => new(Title, Kind);
}

/// <summary>What can be taken away of an application.</summary>
internal static class ExportColumns
{
    public const string Themes = "themes";

    public static IReadOnlyList<ExportColumn> Of(Cohort cohort, IEnumerable<AskedQuestion> questions, DateOnly today, bool hasThemes = false) =>
    [
        new("number", "受付番号", false, true, r => r.Application.Number),
        new("received", "申込日時", false, true, r => r.Application.ReceivedUtc + JapanTime.Offset, ColumnKind.Moment),
        new("channel", "受付経路", false, false, r => r.Application.Channel.Label()),
        new("name", "氏名", true, true, r => r.Application.Name),
        new("kana", "フリガナ", true, true, r => r.Application.Kana),
        new("email", "メールアドレス", true, true, r => r.Application.Email),
        new("phone", "電話番号", true, false, r => r.Application.Phone),
        new("residence", "お住まい", true, true, r => r.Application.Residence),
        new("occupation", "職業", true, false, r => r.Application.Occupation),
        .. cohort.OnSiteSessions.Select(s => new ExportColumn(
            $"on-site-{s.Slug}", $"{s.ShortDay()} {s.Title}", false, true, r => r.Application.Attendance.FirstOrDefault(a => a.SessionId == s.Id)?.Answer.Label())),
        new("interests", "関心のある分野", false, true, r => Listed(cohort.InterestAreas.Where(i => r.Application.Interests.Any(a => a.InterestAreaId == i.Id)).Select(i => i.Name))),
        .. hasThemes ? [new ExportColumn(Themes, "関心のあるテーマ", false, true, r => Listed(r.Themes.Select(Phrasing.Plain)))] : Array.Empty<ExportColumn>(),
        new("motivation", "応募の動機", true, false, r => r.Application.Motivation, ColumnKind.LongText),
        new("skills", "活かせる経験", true, false, r => r.Application.Skills, ColumnKind.LongText),
        new("relation", "地域との関わり", true, false, r => r.Application.Relation, ColumnKind.LongText),
        new("heard", "知ったきっかけ", false, false, r => r.Application.HeardFrom is { } source ? source.Label() : null),
        .. questions.Select(Of),
        new("status", "状態", false, true, r => r.Application.Status.Label()),
        new("payment", "参加費の状態", false, true, r => Chip.Of(r.Application.FeeStatusOn(today)).Words),
        new("due", "お支払い期限", false, true, r => r.Application.DueOn, ColumnKind.Day),
        new("paid", "入金額（円）", false, true, r => r.Application.Balance.Received.Amount, ColumnKind.Number),
        new("giveback", "返す額（円）", false, false, r => r.Application.FeeStatusOn(today).ToGiveBack.Amount, ColumnKind.Number),
        new("tags", "タグ", false, true, r => Listed(r.Tags)),
        new("assignee", "担当者", false, true, r => r.Assignee),
        new("score", "得点の平均", false, false, r => r.Mean, ColumnKind.Mean),
        new("reviewers", "採点した人", false, false, r => Listed(r.Reviewers)),
    ];

    // Of one kind for good, once somebody has answered: a column of numbers holds numbers.
    private static ExportColumn Of(AskedQuestion question)
    {
        ColumnKind kind = question.Contents.Kind switch
        {
            QuestionKind.Number => ColumnKind.Number,
            QuestionKind.Date => ColumnKind.Day,
            QuestionKind.LongText => ColumnKind.LongText,
            _ => ColumnKind.Text,
        };
        return new ExportColumn(
            $"question-{question.Key}", question.Wording + (question.RemovedUtc is null ? "" : "（外した質問）"), true, false, r => Value(question, r.Application), kind)
        {
            IsAnswer = true,
        };
    }

    private static object? Value(AskedQuestion question, Application application)
    {
        // Its own answer, or else that of an application that was put under it.
        var answers = application.Merged.OrderBy(m => m.Id).Prepend(application).Select(a => a.Answers.Where(x => x.QuestionId == question.Id)).FirstOrDefault(a => a.Any()) ?? [];
        var values = answers.OrderBy(a => a.Position).Select(a => a.Value).ToList();
        return values.Count == 0 ? null : question.Contents.Kind switch
        {
            QuestionKind.Number => AnswerValue.Number(values[0]),
            QuestionKind.Date => AnswerValue.Day(values[0]),
            _ => Listed(values),
        };
    }

    private static string Listed(IEnumerable<string> names) => string.Join('、', names);
}
