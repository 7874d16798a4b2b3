using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;
using Shiojiri.CxoLab.Web.Features.Shared.Guarding;

namespace Shiojiri.CxoLab.Web.Features.Apply;

/// <summary>The form, with what was typed and what is wrong with it.</summary>
internal sealed record ApplyPage(Cohort Cohort, ApplyForm Form, string Ticket, FormNotice? Notice, IReadOnlyList<FieldError> Errors)
{
    public IReadOnlyList<ShownTheme> Themes { get; init; } = [];

    public string? Error(string field) => Errors.Of(field);

    public OwnQuestions Questions { get; init; } = OwnQuestions.None;

    /// <summary>See <see cref="ShownQuestions.Asked"/>.</summary>
    public string? Asked { get; init; }

    /// <summary>Questions that have changed since the page before was shown.</summary>
    public IReadOnlyList<QuestionChange> Changes { get; init; } = [];
}

/// <summary>最終確認画面: every answer and the terms of the contract (特定商取引法12条の6).</summary>
internal sealed record CheckPage(
    Cohort Cohort, ApplyForm Form, string Answers, FormNotice? Notice, DateOnly? DueOn, string? TransferFee, string? Withdrawal)
{
    /// <summary>No place is free: the form leads onto the waiting list.</summary>
    public bool WillWait => !Cohort.HasPlaceForNew;

    /// <summary>The cohort has themes to choose among.</summary>
    public bool AsksForThemes { get; init; }

    public string? LikelyMeant => EmailAddress.LikelyMeant(Form.Email!);

    /// <summary>The address was just put right by the button beside it.</summary>
    public bool IsMended { get; init; }

    /// <summary>The answers to the cohort's own questions.</summary>
    public required AnswerSheet Given { get; init; }

    /// <summary>Questions that have changed since the page before was shown.</summary>
    public IReadOnlyList<QuestionChange> Changes { get; init; } = [];
}

/// <summary>What was typed, sealed, while the database can't be asked, and where to send it again.</summary>
internal sealed record RetainedPage(string? Answers, string Action)
{
    /// <summary>Our own fault, which no waiting mends; null when it passes.</summary>
    public FormNotice? Fault { get; init; }
}

/// <summary>What somebody has to know after sending, in case the mail is lost; address and name masked but in the browser that sent it.</summary>
internal sealed record CompletePage(
    string Number, string Email, string Kana, bool IsWhole, ApplicationStatus Status, FeeStatus Fee, Cohort Cohort, CurriculumSession? Next, OfficeDetails Office)
{
    /// <summary>The number of the application under which the office put this one, since both are by one person; null usually.</summary>
    public string? MergedInto { get; init; }

    public bool IsAlive => MergedInto is null && Status.IsAlive();

    /// <summary>What has become of the application, in one heading.</summary>
    public string Title => MergedInto is not null ? "お申し込みを1つにまとめました" : Status switch
    {
        ApplicationStatus.Received or ApplicationStatus.UnderReview => "お申し込みを受け付けました",
        ApplicationStatus.Waitlisted => "補欠として受け付けました",
        ApplicationStatus.Accepted => "参加が確定しました",
        ApplicationStatus.Declined => "今回は参加を見送らせていただきました",
        ApplicationStatus.Withdrawn => "辞退を承りました",
        _ => throw new ArgumentOutOfRangeException(nameof(Status), Status, null),
    };

    /// <summary>What it means for the person.</summary>
    public string Meaning => MergedInto is { } other ? MeaningOfMerged(other) : Status switch
    {
        ApplicationStatus.Received or ApplicationStatus.UnderReview => Cohort.Admission.IsFirstCome
            ? "お申し込みの順に、あなたのお席をお取りしています。" : AdmissionText.HowChosen(Cohort),
        ApplicationStatus.Waitlisted => Cohort.Admission.IsFirstCome
            ? "席が空いたときは、お申し込みの順にメールでご案内します。" : "参加していただけるようになったときは、メールでお知らせします。",
        ApplicationStatus.Accepted => "ご一緒できることを楽しみにしています。",
        ApplicationStatus.Declined => "ご希望に添えず、申し訳ありません。この地域に関心を寄せてくださったことに、お礼を申し上げます。",
        ApplicationStatus.Withdrawn => "お申し込みいただいたことに、お礼を申し上げます。",
        _ => throw new ArgumentOutOfRangeException(nameof(Status), Status, null),
    };

    /// <summary>What there is to say of the fee while none is asked.</summary>
    public string FeeSentence => MergedInto is not null ? "この受付番号でのお支払いの必要はありません。" : Fee.State switch
    {
        FeeState.NotAsked => "いまはお支払いの必要はありません。参加が決まったときに、振込先と期限をメールでご案内します。",
        FeeState.OnHold => Fee.Received.Amount > 0
            ? $"お支払いいただいた{Fee.Received}は、参加が決まるまでお預かりしています。"
            : "いまはお支払いの必要はありません。席が空いたときに、振込先と期限をメールでご案内します。",
        FeeState.Settled => Fee.Fee.Amount == 0 ? "参加費はかかりません。"
            : Fee.Excess.Amount > 0 ? $"参加費を確かに受け取りました。{Fee.Excess}多くお振り込みいただいていますので、お返しについて事務局からご連絡します。"
            : "参加費を確かに受け取りました。ありがとうございました。",
        FeeState.RefundDue => $"お支払いいただいた{Fee.ToGiveBack}をお返しします。お返しする口座を、事務局までお知らせください。",
        FeeState.None => "お支払いの必要はありません。",
        FeeState.Asked or FeeState.Overdue => throw new InvalidOperationException("The page tells how to pay."),
        _ => throw new ArgumentOutOfRangeException(nameof(Fee), Fee.State, null),
    };

    private static string MeaningOfMerged(string other) =>
        $"お送りいただいた2つのお申し込みを、受付番号 {ApplicationNumber.Grouped(other)} としてお預かりしています。いまの状態と参加費は、そちらの受付番号のご案内をご覧ください。";

    public CompletePage WholeFor(OwnApplication? own) =>
        own is null ? this : this with { Email = own.Email, Kana = own.Kana, IsWhole = true };

    /// <summary>Whether it may be the page of what was typed there.</summary>
    public bool Fits(ApplyForm typed) => Email == Masked.Email(typed.Email!) && Kana == Masked.Name(typed.Kana!);
}
