using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.Guarding;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Inquiries;

/// <summary>Lays out the page of the inquiry form.</summary>
internal sealed class InquiryPageBuilder(ProgrammeClock clock, PageProtector protector, CurrentSettings settings)
{
    private const string TicketPurpose = "InquiryForm.Ticket.v1";

    public DateTime UtcNow => clock.UtcNow;

    public ContactValues Contact => settings.Contact;

    private int Months => settings.Privacy.InquiryMonths;

    public FormTicket? Ticket(InquiryForm form) => protector.Open<FormTicket>(TicketPurpose, form.Ticket);

    /// <summary>The page without its form when even the keys that protect it can't be read: there still stands how to reach the office.</summary>
    public InquiryPage First()
    {
        try
        {
            return Page(new InquiryForm(), null, []);
        }
        catch (Exception trouble) when (DatabaseTrouble.Is(trouble))
        {
            return new InquiryPage(new InquiryForm(), null, null, [], Contact, Months);
        }
    }

    public InquiryPage Page(InquiryForm typed, FormNotice? notice, IReadOnlyList<FieldError> errors) => new(
        typed, Ticket(typed) is null ? protector.Protect(TicketPurpose, FormTicket.Draw(clock.UtcNow)) : typed.Ticket, notice, errors, Contact, Months);

    /// <summary>What to say when the database could not be asked: that it passes, or that the fault is ours.</summary>
    public FormNotice Unavailable(Exception trouble, string correlationId) =>
        DatabaseTrouble.Passes(trouble) ? FormNotice.Unavailable : FormNotice.Broken(settings.OfficeOf(null).ContactEmail, correlationId);
}
