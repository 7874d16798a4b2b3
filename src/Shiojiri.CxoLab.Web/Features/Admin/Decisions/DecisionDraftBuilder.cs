using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Mail;

namespace Shiojiri.CxoLab.Web.Features.Admin.Decisions;

/// <summary>Works out what carrying out one prepared decision would do.</summary>
internal sealed class DecisionDraftBuilder(MailComposer composer, PaymentTerms terms, StaffSaveService saves)
{
    /// <param name="waiting">The application's mails that wait to leave.</param>
    /// <param name="batch">What it would be carried out together with; null: the mail is not asked for.</param>
    public async Task<DecisionDraft> DraftAsync(
        Application application, PreparedDecision prepared, Cohort cohort, IReadOnlyList<OutgoingMail> waiting, Guid? batch, CancellationToken ct)
    {
        var mail = batch is { } cause && application.IsReachedByMail && MailKinds.Announcing(prepared.To) is { } kind
            ? await composer.ComposeAsync(kind, new MailRequest.ToApplicant(application, $"{cause:N}"), ct)
            : null;
        var after = FeeStatus.Of(prepared.To, application.Balance, application.DueOnIn(prepared.To, cohort, terms.DueOnIn(cohort.Id)), saves.Today);
        var message = MailRules.FeeMessageOf(after, application.RefundedAmount.Amount > 0);
        var wrong = waiting.Where(m => ContraryMails.Contradicts(m, prepared.To, message)).ToList();
        var stoppable = wrong.Where(m => m.CanBeCancelledAt(saves.RealUtcNow)).ToList();
        return new DecisionDraft(prepared, application, cohort, mail, application.FeeStatusOn(saves.Today), after)
        {
            DueOn = terms.DueOnIn(cohort.Id),
            Cancels = stoppable,
            IsLeaving = stoppable.Count < wrong.Count,
        };
    }
}
