using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Web.Data.Seed;

/// <summary>
/// Applications of people who do not exist, in every state that there is. They come to be as real ones do: by
/// <see cref="Cohort.Receive"/>, <see cref="Application.Decide"/> and the ledger.
/// </summary>
/// <param name="Staff">Three reviewers and a treasurer, made up as well.</param>
/// <param name="NowUtc">The programme's time: nothing happens after it.</param>
/// <param name="Real">The real instant at which the programme's clock shows another one: mails keep real time.</param>
internal sealed record SampleApplicants(
    Cohort Cohort, OfficeDetails Office, SampleApplicantsStaff Staff, DateTime NowUtc, Func<DateTime, DateTime> Real, MailMarkup Markup)
{
    private const int PaymentDays = 7;

    private static readonly DateOnly FirstOn = new(2022, 6, 1);

    private DateTime Until => Min(NowUtc, JapanTime.EndOf(Cohort.ClosesOn).AddMinutes(-1));

    private DateTime From => Min(JapanTime.ToUtc(FirstOn, TimeOnly.MinValue), Until.AddDays(-9));

    /// <summary>One person's application with its mails, as it stands now.</summary>
    public (Application Application, IReadOnlyList<OutgoingMail> Mails) Apply(SamplePerson person)
    {
        var receivedUtc = ReceivedUtc(person.Number);
        var reception = Cohort.Receive(person.Applicant, receivedUtc, receivedUtc, PaymentDays, person.Channel);
        if (reception is not Reception.Accepted(var application))
        {
            throw new InvalidOperationException($"{Cohort.Name} takes no samples: {reception}");
        }

        List<OutgoingMail> mails = [Sent(PaymentInstructions.For(About(application), Markup), receivedUtc)];
        Pay(person, application, mails);
        Decide(person, application, mails);
        if (person.Fate != 'R' && person.Number % 4 != 3)
        {
            application.AssignTo(Staff.Reviewer(person.Number).Id);
        }

        return (application, mails);
    }

    /// <summary>What can only be done to lines that are stored: the mistaken ones are taken back.</summary>
    public void Mend(SamplePerson person, Application application)
    {
        if (person.Money is not ('V' or 'C'))
        {
            return;
        }

        var mistake = application.Ledger.Single(e => e.Kind == LedgerEntryKind.Payment);
        var at = Later(application, 0.6);
        application.Reverse(mistake.Id, RandomToken.Draw(), "見本：別の方の入金でした", JapanTime.DayOf(at), Cohort, DueDate.After(at, PaymentDays), Staff.Treasurer.Actor, at);
        if (person.Money == 'C')
        {
            application.RecordPayment(Money(application.Fee, at), Cohort, Staff.Treasurer.Actor, Later(application, 0.7));
        }
    }

    /// <summary>An instant between the receipt and now.</summary>
    public DateTime Later(Application application, double share) => application.ReceivedUtc + (NowUtc - application.ReceivedUtc) * share;

    private void Pay(SamplePerson person, Application application, List<OutgoingMail> mails)
    {
        var at = Later(application, 0.3);
        Yen? amount = person.Money switch
        {
            '-' => null,
            '1' => new Yen(application.Fee.Amount / 2),
            'O' => new Yen(application.Fee.Amount + 1000),
            _ => application.Fee,
        };
        if (amount is not { } paid)
        {
            return;
        }

        var money = Money(paid, at) with { Way = person.Channel == Channel.Paper ? PaymentWay.Cash : PaymentWay.BankTransfer };
        application.RecordPayment(money, Cohort, Staff.Treasurer.Actor, at);
        if (person.Money == 'P')
        {
            mails.Add(Sent(PaymentThanks.For(About(application), money.Key, Markup), at));
        }

        if (person.Money == 'B')
        {
            application.RecordRefund(Money(paid, Later(application, 0.9)) with { Remark = "見本：全額を返しました" }, Staff.Treasurer.Actor, Later(application, 0.9));
        }
    }

    private void Decide(SamplePerson person, Application application, List<OutgoingMail> mails)
    {
        var way = Way(person);
        for (var step = 0; step < way.Length; step++)
        {
            var at = Later(application, 0.35 + 0.15 * step);
            var by = Staff.Reviewer(person.Number + step).Actor;
            if (way[step] == ApplicationStatus.UnderReview)
            {
                application.BeginReview(Cohort, by, at);
                continue;
            }

            if (!ApplicationStatusMoves.MayBeDecided(application.Status, way[step]))
            {
                // 参加確定 already, by the payment.
                continue;
            }

            application.Decide(way[step], Cohort, DueDate.After(at, PaymentDays), by, at);
            if (DecisionNotice.For(About(application), way[step], Guid.NewGuid(), Markup) is { } notice)
            {
                // Every 13th never arrives; a decision that was soon followed by another one is not told.
                mails.Add(step < way.Length - 1 ? Cancelled(notice, at) : person.Number % 13 == 6 ? Failed(notice, at) : Sent(notice, at));
            }
        }
    }

    private static ApplicationStatus[] Way(SamplePerson person) => person.Fate switch
    {
        'U' => [ApplicationStatus.UnderReview],
        'A' when person.Number % 5 == 0 => [ApplicationStatus.UnderReview, ApplicationStatus.Waitlisted, ApplicationStatus.Accepted],
        'A' => [ApplicationStatus.UnderReview, ApplicationStatus.Accepted],
        'W' => [ApplicationStatus.UnderReview, ApplicationStatus.Waitlisted],
        'D' => [ApplicationStatus.UnderReview, ApplicationStatus.Declined],
        'X' when person.Number % 2 == 0 => [ApplicationStatus.Withdrawn],
        'X' => [ApplicationStatus.UnderReview, ApplicationStatus.Accepted, ApplicationStatus.Withdrawn],
        _ => [],
    };

    // Waves over the days, and nobody applies at night.
    private DateTime ReceivedUtc(int number)
    {
        var share = (number + 0.5) / SampleApplicantsPeople.Count;
        var local = From + (Until - From) * (share - 0.03 * Math.Sin(share * 6 * Math.PI)) + JapanTime.Offset;
        var waking = local.Date.AddHours(7) + local.TimeOfDay * (16 / 24.0) - JapanTime.Offset;
        return Min(waking, Until.AddMinutes((number - SampleApplicantsPeople.Count) * 7));
    }

    private static MoneyMoved Money(Yen amount, DateTime atUtc) =>
        new(RandomToken.Draw(), amount, JapanTime.DayOf(atUtc), PaymentWay.BankTransfer, null);

    private MailContext About(Application application) => new(application, Cohort, Office);

    // No mail is left waiting: a queued one would leave.
    private OutgoingMail Sent(OutgoingMail mail, DateTime atUtc)
    {
        mail.QueuedAt(Real(atUtc)).MarkSent(Real(atUtc).AddSeconds(40));
        return mail;
    }

    private OutgoingMail Failed(OutgoingMail mail, DateTime atUtc)
    {
        mail.QueuedAt(Real(atUtc)).MarkFailed("550 5.1.1 見本：宛先が見つかりません", isPermanent: true, Real(atUtc).AddSeconds(40), jitter: 0);
        return mail;
    }

    private OutgoingMail Cancelled(OutgoingMail mail, DateTime atUtc)
    {
        mail.QueuedAt(Real(atUtc)).Cancel(Real(atUtc).AddSeconds(40));
        return mail;
    }

    private static DateTime Min(DateTime a, DateTime b) => a < b ? a : b;
}
