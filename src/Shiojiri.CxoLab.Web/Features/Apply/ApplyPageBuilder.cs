using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;
using Shiojiri.CxoLab.Web.Features.Shared.Guarding;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Apply;

/// <summary>Knows whether the form may be used now, and lays out its pages.</summary>
internal sealed class ApplyPageBuilder(
    CurrentCohort current, ProgrammeClock clock, PageProtector protector, CurrentSettings settings, PaymentTerms terms)
{
    /// <summary>The checked form travels inside the page under this purpose.</summary>
    private const string AnswersPurpose = "ApplyForm.Answers.v1";

    private const string TicketPurpose = "ApplyForm.Ticket.v1";

    public DateTime UtcNow => clock.UtcNow;

    /// <summary>The cohort, when a form opened at that instant (now, if unknown) may be sent now; else null.</summary>
    public async Task<Cohort?> OpenCohortAsync(DateTime? openedUtc, CancellationToken ct)
    {
        var now = clock.UtcNow;
        return await current.FindAsync(ct) is { } cohort && cohort.Recruitment.Accepts(openedUtc ?? now, now)
            ? cohort
            : null;
    }

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
        cohort, typed, Ticket(typed) is null ? NewTicket(clock.UtcNow) : typed.Ticket!, notice, errors);

    public CheckPage Check(Cohort cohort, ApplyForm folded, FormNotice? notice) => new(
        cohort, folded, Protect(folded), notice, cohort.HasPlaceForNew && cohort.Admission.AsksOnApplying ? terms.DueOnIn(cohort.Id) : null,
        settings.FeeOf(cohort.Id).TransferFee, settings.FeeOf(cohort.Id).Withdrawal);

    private string NewTicket(DateTime openedUtc) => protector.Protect(TicketPurpose, FormTicket.Draw(openedUtc));

    private string Protect(ApplyForm answers) => protector.Protect(AnswersPurpose, answers);
}
