using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Tests.Testing;
using static Shiojiri.CxoLab.Applications.ApplicationStatus;

namespace Shiojiri.CxoLab.Tests.Applications;

/// <summary>When a person may be erased, and what is left of an application.</summary>
public sealed class ErasureTests
{
    private static readonly DateOnly Running = new(2023, 1, 31);
    private static readonly DateOnly Over = new(2023, 2, 1);

    private enum Money
    {
        Nothing,
        Part,
        Whole,
        TooMuch,
        GivenBack,
    }

    public static TheoryData<string, string, string, string> Matrix()
    {
        // Status, what came in, while the term runs (last day), the day after it. "ok": may be erased.
        const string table = """
            Received     Nothing    IsUnderWay  ok
            Received     Part       IsUnderWay  HoldsMoney
            Received     Whole      IsUnderWay  HoldsMoney
            Received     TooMuch    IsUnderWay  HoldsMoney
            Received     GivenBack  IsUnderWay  ok
            UnderReview  Nothing    IsUnderWay  ok
            UnderReview  Part       IsUnderWay  HoldsMoney
            UnderReview  Whole      IsUnderWay  HoldsMoney
            UnderReview  TooMuch    IsUnderWay  HoldsMoney
            UnderReview  GivenBack  IsUnderWay  ok
            Accepted     Nothing    TakesPart   AwaitsFee
            Accepted     Part       TakesPart   AwaitsFee
            Accepted     Whole      TakesPart   ok
            Accepted     TooMuch    TakesPart   HoldsMoney
            Accepted     GivenBack  TakesPart   ok
            Waitlisted   Nothing    IsUnderWay  ok
            Waitlisted   Part       IsUnderWay  HoldsMoney
            Waitlisted   Whole      IsUnderWay  HoldsMoney
            Waitlisted   TooMuch    IsUnderWay  HoldsMoney
            Waitlisted   GivenBack  IsUnderWay  ok
            Declined     Nothing    ok          ok
            Declined     Part       HoldsMoney  HoldsMoney
            Declined     Whole      HoldsMoney  HoldsMoney
            Declined     TooMuch    HoldsMoney  HoldsMoney
            Declined     GivenBack  ok          ok
            Withdrawn    Nothing    ok          ok
            Withdrawn    Part       HoldsMoney  HoldsMoney
            Withdrawn    Whole      HoldsMoney  HoldsMoney
            Withdrawn    TooMuch    HoldsMoney  HoldsMoney
            Withdrawn    GivenBack  ok          ok
            """;
        var rows = new TheoryData<string, string, string, string>();
        foreach (var line in table.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            rows.Add(line[0], line[1], line[2], line[3]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Status_and_money_say_whether_a_person_may_be_erased(string status, string money, string running, string over)
    {
        var (application, cohort) = In(Enum.Parse<ApplicationStatus>(status), Enum.Parse<Money>(money));

        Assert.Equal((running, over), (Word(application.RefusalToErase(cohort, Running)), Word(application.RefusalToErase(cohort, Over))));
    }

    [Fact]
    public void The_matrix_holds_every_status_and_every_state_of_the_money() =>
        Assert.Equal(Enum.GetValues<ApplicationStatus>().Length * Enum.GetValues<Money>().Length, Matrix().Select(r => $"{r[0]} {r[1]}").Distinct().Count());

    [Fact]
    public void A_fee_that_is_asked_later_or_is_nothing_keeps_nobody()
    {
        var later = Given.Cohort(admission: Admission.Usual with { Mode = AdmissionMode.Selection, FeeTiming = FeeTiming.OnAdmission });
        var free = Given.Cohort(fee: new Yen(0));

        Assert.Null(Take(later).RefusalToErase(later, Over));
        Assert.Null(Take(free).RefusalToErase(free, Over));
    }

    [Fact]
    public void What_is_left_has_its_number_days_status_and_money_and_nothing_of_the_person()
    {
        var (application, cohort) = In(Withdrawn, Money.GivenBack);
        var (number, key, seats) = (application.Number, application.Key, cohort.PlacesTaken);
        var (ledger, changes) = (application.Ledger.Select(e => (e.Kind, e.Amount, e.Effect, e.OccurredOn)).ToList(), application.StatusChanges.Select(c => (c.From, c.To, c.AtUtc)).ToList());

        application.Erase(cohort, Given.Staff, Given.Now);

        Assert.Equal((number, Withdrawn, $"削除済み（{ApplicationNumber.Grouped(number)}）", seats), (application.Number, application.Status, application.Name, cohort.PlacesTaken));
        Assert.Equal(("", "", ""), (application.Kana, application.Residence, application.Motivation));
        Assert.Equal(
            (null, null, null, null, null, null, null, null),
            (application.Email, application.NormalizedEmail, application.ActiveEmail, application.Phone, application.PhoneKey, application.Occupation, application.Skills, application.Relation));
        Assert.Equal(("", ""), (application.PersonKey, application.KanaSortKey));
        Assert.NotEqual(key, application.Key);
        Assert.Equal(ledger, application.Ledger.Select(e => (e.Kind, e.Amount, e.Effect, e.OccurredOn)));
        Assert.Equal(changes, application.StatusChanges.Select(c => (c.From, c.To, c.AtUtc)));
        Assert.All(application.Ledger, e => Assert.Null(e.Remark));
        Assert.All(application.StatusChanges, c => Assert.Null(c.Reason));
        application.IndexForSearch();
        Assert.Equal((null, ""), (application.NormalizedEmail, application.PersonKey));
    }

    [Fact]
    public void Nothing_that_was_chosen_answered_or_noted_for_staff_is_left()
    {
        var cohort = Given.Cohort();
        var applicant = Given.Applicant() with
        {
            Attendance = new Dictionary<int, AttendanceAnswer> { [1] = AttendanceAnswer.Yes },
            InterestAreaIds = [2],
            Themes = [new ChosenTheme(3, "漆器")],
        };
        var application = ((Reception.Accepted)cohort.Receive(applicant, Given.Now, Given.Now, 7)).Application;
        application.AssignTo(4);
        application.Keep("返金の問い合わせ中", Given.Staff);
        application.NoticeErasure(Over);
        Assert.Equal((1, 1, 1), (application.Attendance.Count, application.Interests.Count, application.Themes.Count));

        application.Erase(cohort, Given.Staff, Given.Now);

        Assert.Equal((0, 0, 0), (application.Attendance.Count, application.Interests.Count, application.Themes.Count));
        Assert.Equal((null, null, null, null), (application.AssigneeId, application.KeptBecause, application.KeptBy, application.ErasureNoticedOn));
    }

    [Fact]
    public void A_member_who_owed_nothing_yet_is_asked_by_no_day_any_more()
    {
        var (application, cohort) = In(Accepted, Money.Nothing);
        Assert.NotNull(application.DueOn);

        application.Erase(cohort, Given.Staff, Given.Now);

        Assert.Equal((null, false), (application.DueOn, application.FeeStatusOn(Over).IsAwaited));
        Assert.False(application.MoveDueDate(Over.AddDays(7), Over));
        Assert.Null(application.DueOn);
    }

    [Fact]
    public void Who_never_paid_is_asked_for_nothing_once_the_person_is_gone()
    {
        var (application, cohort) = In(Received, Money.Nothing);
        Assert.True(application.FeeStatusOn(Over).IsAwaited);

        application.Erase(cohort, Given.Staff, Given.Now);

        Assert.Equal((FeeState.None, 0), (application.FeeStatusOn(Over).State, application.FeeStatusOn(Over).Open.Amount));
    }

    [Theory]
    [InlineData("Received", "Declined", 0, 0)]
    [InlineData("UnderReview", "Declined", 0, 0)]
    [InlineData("Waitlisted", "Declined", 0, 0)]
    [InlineData("Accepted", "Accepted", 1, 0)]
    [InlineData("Declined", "Declined", 0, 0)]
    [InlineData("Withdrawn", "Withdrawn", 0, 0)]
    public void Whoever_was_never_decided_on_is_closed_with_it_and_waits_for_nothing(string before, string after, int places, int waiting)
    {
        var (application, cohort) = In(Enum.Parse<ApplicationStatus>(before), Money.Nothing);
        var changes = application.StatusChanges.Count;

        application.Erase(cohort, Given.Staff, Given.Now);
        application.Erase(cohort, Given.Staff, Given.Now);

        Assert.Equal((after, places, waiting), (application.Status.ToString(), cohort.PlacesTaken, cohort.Waiting));
        Assert.Equal(changes + (before == after ? 0 : 1), application.StatusChanges.Count);
    }

    [Fact]
    public void Nothing_can_be_written_to_it_any_more()
    {
        var (application, cohort) = In(Declined, Money.Nothing);
        application.Erase(cohort, Given.Staff, Given.Now);

        Assert.Throws<InvalidOperationException>(() => application.Correct(new Contact("塩尻 太郎", "シオジリ タロウ", "taro@example.jp", null, "東京都")));
        Assert.Throws<InvalidOperationException>(() => application.AssignTo(1));
        Assert.Throws<InvalidOperationException>(() => application.Keep("理由", Given.Staff));
        Assert.Throws<InvalidOperationException>(() => application.Decide(Accepted, cohort, Over, Given.Staff, Given.Now));
        Assert.Throws<InvalidOperationException>(() => Pay(application, cohort, 1));
        Assert.Equal(ErasureRefusal.IsErased, application.RefusalToErase(cohort, Over));
    }

    [Fact]
    public void A_mail_that_waited_leaves_no_more_and_one_that_left_stays_as_a_mark()
    {
        var (waiting, sent) = (Mail("a"), Mail("b"));
        sent.MarkSent(Given.Now);

        waiting.Erase(Given.Now);
        sent.Erase(Given.Now);

        Assert.Equal((MailState.Cancelled, MailRefusal.Erased, MailState.Sent), (waiting.State, waiting.StoppedBecause, sent.State));
        Assert.All([waiting, sent], m => Assert.Equal(("", 1), (m.Recipient, new[] { m.Subject, m.Text, m.Html }.Distinct().Count())));
        Assert.All([waiting, sent], m => Assert.Equal($"erased:{m.Key:N}", m.Occasion));
    }

    [Theory]
    [InlineData("Declined", 6, 12, "2023-08-01")]
    [InlineData("Received", 6, 12, "2023-08-01")]
    [InlineData("Accepted", 6, 12, "2024-02-01")]
    [InlineData("Withdrawn", 0, 12, null)]
    [InlineData("Accepted", 6, 0, null)]
    [InlineData("Accepted", 6, 1, "2023-03-01")]
    public void The_months_count_from_the_end_of_the_term(string status, int others, int members, string? day) => Assert.Equal(
        day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        Retention.Of(new PrivacyValues { NotAcceptedMonths = others, MemberMonths = members }).DayOf(Enum.Parse<ApplicationStatus>(status), Given.Cohort()));

    [Fact]
    public void Nobody_is_erased_before_the_desk_has_told_of_it_for_thirty_days()
    {
        var (application, cohort) = In(Declined, Money.Nothing);
        var (rule, late) = (new Retention(12, 6), new DateOnly(2026, 5, 1));

        var untold = rule.DayOf(application, cohort, late);
        application.NoticeErasure(late.AddDays(-40));

        Assert.Equal((late.AddDays(30), late.AddDays(-10)), (untold, rule.DayOf(application, cohort, late)));
    }

    private static string Word(ErasureRefusal? refusal) => refusal?.ToString() ?? "ok";

    private static OutgoingMail Mail(string occasion) =>
        new OutgoingMail(MailKind.PaymentThanks, occasion, "taro@example.jp", "件名", new MailBody("本文", "<p>本文</p>")).QueuedAt(Given.Now);

    private static Application Take(Cohort cohort) => ((Reception.Accepted)cohort.Receive(Given.Applicant(), Given.Now, Given.Now, 7)).Application;

    private static void Pay(Application application, Cohort cohort, int yen) =>
        application.RecordPayment(new MoneyMoved(RandomToken.Draw(), new Yen(yen), new(2022, 6, 12), PaymentWay.Cash, "備考"), cohort, Given.Staff, Given.Now);

    // Money comes in before the decision, as it does.
    private static (Application Application, Cohort Cohort) In(ApplicationStatus status, Money money)
    {
        var cohort = Given.Cohort(capacity: 20, admission: Admission.Usual with { ConfirmsWhenPaid = false });
        var application = Take(cohort);
        if (money != Money.Nothing)
        {
            Pay(application, cohort, money switch { Money.Part => 5_000, Money.TooMuch => 25_000, _ => 20_000 });
        }

        if (status == UnderReview)
        {
            application.BeginReview(cohort, Given.Staff, Given.Now);
        }
        else if (status != Received)
        {
            application.Decide(status, cohort, new(2022, 6, 20), Given.Staff, Given.Now);
        }

        if (money == Money.GivenBack)
        {
            application.RecordRefund(new MoneyMoved(RandomToken.Draw(), new Yen(20_000), new(2022, 6, 14), PaymentWay.BankTransfer, "備考"), Given.Staff, Given.Now);
        }

        return (application, cohort);
    }
}
