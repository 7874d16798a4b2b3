using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Applications;

/// <summary>Everything about one applicant on one page.</summary>
internal sealed record ApplicantPage(
    Application Application,
    Cohort Cohort,
    ApplicantPlace Place,
    IReadOnlyList<LogLine> Log,
    IReadOnlyList<MailLine> Mails,
    IReadOnlyList<ApplicationNote> Notes,
    IReadOnlyList<Tag> Tags,
    IReadOnlyList<string> OtherTags,
    IReadOnlyList<Assignee> Staff,
    IReadOnlyList<EarlierApplication> Earlier,
    PreparedDecision? Prepared,
    ReviewSummary Reviews,
    FeeStatus Fee,
    DateTime SeenUtc)
{
    /// <summary>The numbers that repeats of the form were given; all lead to this application.</summary>
    public IReadOnlyList<string> RepeatNumbers { get; init; } = [];

    /// <summary>To the cohort's own questions, by the id of this application and of those under it.</summary>
    public required ILookup<int, AnswerLine> Answers { get; init; }

    /// <summary>What was put under this application, the oldest first.</summary>
    public IReadOnlyList<MergedApplication> Merged { get; init; } = [];

    /// <summary>Others of the cohort who may be the same person. Who withdrew and applied anew at the same address needs no question.</summary>
    public IEnumerable<EarlierApplication> Twins => Earlier.Where(e => e.IsInCohort && !(e.HasSameEmail && e.Status == ApplicationStatus.Withdrawn));

    /// <summary>A form that was sent with faults: what was typed and what is wrong with it.</summary>
    public NoteForm Note { get; init; } = new() { Key = RandomToken.Draw() };

    public string? TagTyped { get; init; }

    /// <summary>Drawn when the page is shown: the same press never sends the way to pay twice.</summary>
    public string PaymentTicket { get; } = RandomToken.Draw();

    /// <summary>The last mail that said how to pay, if any.</summary>
    public MailLine? LastAsked => Mails.FirstOrDefault(m => m.State != MailState.Cancelled
        && m.Kind is MailKind.PaymentInstructions or MailKind.InstructionsAgain or MailKind.PaymentReminder or MailKind.Acceptance or MailKind.PlaceOffer);

    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>The person was told by mail of the decision that stands.</summary>
    public bool IsTold => ToldDecision.IsTold(Application.Status, Mails.Select(m => (m.Kind, m.State)));

    /// <summary>先着: on the waiting list while a place is free.</summary>
    public bool CanBeOfferedPlace => Application.CanBeOfferedPlace(Cohort);

    /// <summary>What happened since the page was opened that the person sent a form from; null when nothing did.</summary>
    public IReadOnlyList<LogLine>? Stale { get; init; }

    /// <summary>The same page for a form that came from an older one: with what happened since.</summary>
    public ApplicantPage StaleSince(long seen) => this with { Stale = [.. Log.Where(l => l.AtUtc.Ticks > seen)] };

    public IEnumerable<(string Label, string Answer)> Attendance => AttendanceOf(Application);

    public IEnumerable<string> Interests => InterestsOf(Application);

    /// <summary>The themes that interest the person, as they were named then, with those of what was put under this application.</summary>
    public IReadOnlyList<string> Themes => [.. Application.ThemesOf([Application, .. Application.Merged]).Select(Phrasing.Plain)];

    public IEnumerable<(string Label, string Answer)> AttendanceOf(Application application) => Cohort.OnSiteSessions
        .Where(s => application.Attendance.Any(a => a.SessionId == s.Id))
        .Select(s => ($"{s.Title}（{s.Days}）", application.Attendance.First(a => a.SessionId == s.Id).Answer.Label()));

    public static IEnumerable<string> ThemesOf(Application application) => Application.ThemesOf([application]).Select(Phrasing.Plain);

    public IEnumerable<string> InterestsOf(Application application) =>
        Cohort.InterestAreas.Where(i => application.Interests.Any(a => a.InterestAreaId == i.Id)).Select(i => i.Name);
}

/// <summary>Where the page lies in the list that the person came from.</summary>
internal sealed record ApplicantPlace(ApplicantFilter Filter, string? Previous, string? Next, int? Position, int? Count);

/// <summary>One line of the history (経過).</summary>
/// <param name="AtUtc">On the programme's clock.</param>
/// <param name="Kind">status, mail, money, note, score, edit or warn.</param>
/// <param name="Who">Who did it, or null for the applicant and the site.</param>
internal sealed record LogLine(DateTime AtUtc, string Kind, string Words, string? Who);

/// <param name="HeldUntil">On the programme's clock; null when it is not kept back.</param>
internal sealed record MailLine(
    int ApplicationId, Guid Key, MailKind Kind, string Subject, MailState State, DateTime ShownUtc, string? LastError, bool IsResent, DateTime? HeldUntil);

internal sealed record Assignee(int Id, string Name);

/// <summary>Another application of the same person, or of somebody who may be.</summary>
/// <param name="IsInCohort">It stands beside this one in the same cohort.</param>
internal sealed record EarlierApplication(
    string Number, string Name, string Cohort, ApplicationStatus Status, DateTime ReceivedUtc, bool IsInCohort, bool HasSameEmail, bool HasSameName, bool HasSamePhone)
{
    /// <summary>お名前とフリガナ・電話番号が同じ</summary>
    public string Why => string.Join("・", new[] { HasSameName ? "お名前とフリガナ" : null, HasSamePhone ? "電話番号" : null, HasSameEmail ? "メールアドレス" : null }.OfType<string>()) + "が同じ";
}

/// <summary>An application that was put under the one shown (まとめた申し込み), with its own records.</summary>
/// <param name="Application">With ledger, answers and changes of state.</param>
/// <param name="Reviews">How many had scored it; whoever did not sees no more.</param>
internal sealed record MergedApplication(Application Application, IReadOnlyList<MailLine> Mails, IReadOnlyList<ApplicationNote> Notes, int Reviews);

/// <param name="Mean">Hundredths of a point; null while it is hidden or nobody scored.</param>
/// <param name="Spread">Standard deviation in hundredths.</param>
internal sealed record ReviewSummary(int Count, bool IsOwnIn, double? Mean, double? Spread);

/// <summary>What an interviewer takes along on paper; blind: without name, reading, address and home.</summary>
internal sealed record SheetPage(ApplicantPage Applicant, bool IsBlind);
