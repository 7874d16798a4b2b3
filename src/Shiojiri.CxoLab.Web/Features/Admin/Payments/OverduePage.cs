using System.Security.Cryptography;
using System.Text;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Payments;

/// <summary>Whom the due day has passed for, and the mails that ask them again.</summary>
/// <param name="Today">Today in Japan.</param>
/// <param name="Asked">Who would be asked, with the very mail.</param>
/// <param name="LeftOut">Who would not, with the reason.</param>
/// <param name="HasMore">There are more people than one sending takes.</param>
internal sealed record OverduePage(
    Cohort Cohort, int? Ordinal, DateOnly Today, IReadOnlyList<OverduePerson> Asked, IReadOnlyList<OverduePerson> LeftOut, bool HasMore, PaymentTabs Tabs)
{
    public string? DueTyped { get; init; }

    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>Why the page came back although nothing is wrong in the form.</summary>
    public string? Notice { get; init; }

    public Yen Open => new(Asked.Sum(p => p.Fee.Open.Amount));

    /// <summary>Stands for what is shown: another one as soon as a person, a sum, a day or a word of a mail is another.</summary>
    public string Proof => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', Asked.Select(p => $"{p.Application.Number} {p.SeenVersion} {p.Mail!.Recipient} {p.Mail.Subject} {p.Mail.Text}")))));
}

/// <param name="Fee">As it stands today, before any other due day.</param>
/// <param name="Last">The last reminder, if any.</param>
internal sealed record OverduePerson(Application Application, FeeStatus Fee, Guid SeenVersion, SentReminder? Last)
{
    /// <summary>The mail as it would leave; null for who is left out.</summary>
    public OutgoingMail? Mail { get; init; }

    /// <summary>Why no mail would leave; null when one would.</summary>
    public string? WhyNot { get; init; }
}

internal sealed record SentReminder(DateOnly On, MailState State);

/// <summary>Whom a day's reminders went to.</summary>
internal sealed record RemindedPage(Cohort Cohort, int? Ordinal, DateOnly On, IReadOnlyList<RemindedPerson> People, PaymentTabs Tabs);

internal sealed record RemindedPerson(string Number, string Name, string Recipient, Guid Mail, MailState State, MailRefusal? StoppedBecause, DateOnly? DueOn);
