using System.Globalization;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;
using Shiojiri.CxoLab.Web.Features.Shared.Guarding;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Apply;

/// <summary>Knows whether the form may be used now, and lays out its pages.</summary>
internal sealed class ApplyPageBuilder(
    OpenRecruitment open, ShownThemes themes, ShownQuestions questions, PageProtector protector, CurrentSettings settings)
{
    /// <summary>The checked form travels inside the page under this purpose.</summary>
    private const string AnswersPurpose = "ApplyForm.Answers.v1";

    private const string TicketPurpose = "ApplyForm.Ticket.v1";

    public DateTime UtcNow => open.UtcNow;

    /// <inheritdoc cref="OpenRecruitment.CohortAsync"/>
    public Task<Cohort?> OpenCohortAsync(DateTime? openedUtc, CancellationToken ct) => open.CohortAsync(openedUtc, ct);

    /// <inheritdoc cref="OpenRecruitment.IsHeldAsync"/>
    public Task<bool> IsHeldAsync(CancellationToken ct) => open.IsHeldAsync(ct);

    public ApplyFormValidator Validator(Cohort cohort) => new(cohort, questions.Of(cohort), themes: themes.Of(cohort.Id));

    public OwnQuestions Questions(Cohort cohort) => questions.Of(cohort);

    /// <summary>The page showed other questions than those that are asked now.</summary>
    public bool AreQuestionsNew(ApplyForm form, Cohort cohort) => questions.ChangesSince(form, cohort).Count > 0;

    /// <summary>Whether the check page showed the cohort and the terms that hold now: nobody applies for what they have not seen.</summary>
    public bool WasShown(ApplyForm checkedForm, Cohort cohort) => checkedForm.Shown is null || checkedForm.Shown == TermsOf(cohort);

    public FormTicket? Ticket(ApplyForm form) => protector.Open<FormTicket>(TicketPurpose, form.Ticket);

    /// <summary>
    /// A form that has been sent already and comes again from its beginning (back button, another person at the same screen) is a
    /// new one: with its old key it would be taken for a repetition of the first.
    /// </summary>
    public async Task RenewSentTicketAsync(ApplyForm form, ApplyService service, CancellationToken ct)
    {
        if (Ticket(form) is { } ticket && await service.IsKnownAsync(ticket.Key, ct))
        {
            form.Ticket = NewTicket(ticket.OpenedUtc);
        }
    }

    public ApplyForm? Answers(string? answers) => protector.Open<ApplyForm>(AnswersPurpose, answers);

    public RetainedPage Kept(ApplyForm typed, string action) => new(Protect(typed), action);

    /// <summary>What to say when the database could not be asked: that it passes, or that the fault is ours.</summary>
    public FormNotice Unavailable(Exception trouble, string correlationId) =>
        DatabaseTrouble.Passes(trouble) ? FormNotice.Unavailable : FormNotice.Broken(settings.OfficeOf(null).ContactEmail, correlationId);

    public ApplyPage Form(Cohort cohort, ApplyForm typed, FormNotice? notice, IReadOnlyList<FieldError> errors) => new(
        cohort, typed, Ticket(typed) is null ? NewTicket(open.UtcNow) : typed.Ticket!, notice, errors)
    {
        Themes = themes.Of(cohort.Id),
        Questions = questions.Of(cohort),
        Asked = questions.Asked(cohort),
        Changes = questions.ChangesSince(typed, cohort),
    };

    public CheckPage Check(Cohort cohort, ApplyForm folded, FormNotice? notice)
    {
        var changes = questions.ChangesSince(folded, cohort);
        (folded.Shown, folded.Asked) = (TermsOf(cohort), questions.Asked(cohort));
        folded.Chosen = ThemeChoice.Of(folded, themes.Of(cohort.Id));
        var fee = settings.FeeOf(cohort.Id);
        return new CheckPage(
            cohort, folded, Protect(folded), notice, cohort.HasPlaceForNew && cohort.Admission.AsksOnApplying ? DueDate.After(open.UtcNow, fee.PaymentDays) : null,
            fee.TransferFee, fee.Withdrawal)
        {
            AsksForThemes = themes.Of(cohort.Id).Count > 0,
            Given = questions.Of(cohort).Check(folded),
            Changes = changes,
        };
    }

    private string TermsOf(Cohort cohort) => string.Create(
        CultureInfo.InvariantCulture,
        $"{cohort.Ordinal}|{cohort.Fee.Amount}|{cohort.AdmissionMode}|{cohort.FeeTiming}|{SettingRevision.Text(settings.FeeOf(cohort.Id))}");

    private string NewTicket(DateTime openedUtc) => protector.Protect(TicketPurpose, FormTicket.Draw(openedUtc));

    private string Protect(ApplyForm answers) => protector.Protect(AnswersPurpose, answers);
}
