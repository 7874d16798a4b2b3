using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Dashboard;

/// <summary>What the desk has the database count is what the rules say of every application, read one by one: after each kind of change, at every node.</summary>
public sealed class CountsTests
{
    private static readonly Actor By = new(null, "事務局");
    private static readonly DateOnly Today = new(2022, 6, 10);
    private static readonly DateTime Now = new(2022, 6, 10, 0, 0, 0, DateTimeKind.Utc);

    private static readonly (string Name, Func<CxoLabDb, Cohort, Task> Make)[] Changes =
    [
        ("arrives in the night", (db, cohort) =>
        {
            // Half past eleven in the evening and half past twelve in Japan: two days.
            foreach (var (n, minutes) in new[] { (1, -30), (2, 30) })
            {
                var at = new DateTime(2022, 6, 8, 15, 0, 0, DateTimeKind.Utc).AddMinutes(minutes);
                db.Add(((Reception.Accepted)cohort.Receive(Somebody(n), at, at, 7)).Application);
            }

            return Task.CompletedTask;
        }),
        ("is looked at", async (db, cohort) => Assert.True((await OneAsync(db, a => a.Status == ApplicationStatus.Received)).BeginReview(cohort, By, Now))),
        ("is accepted", async (db, cohort) => (await OneAsync(db, a => a.Status == ApplicationStatus.UnderReview)).Decide(ApplicationStatus.Accepted, cohort, Today, By, Now)),
        ("is put on the waiting list", async (db, cohort) => (await OneAsync(db, a => a.Status == ApplicationStatus.UnderReview)).Decide(ApplicationStatus.Waitlisted, cohort, Today, By, Now)),
        ("is declined after paying", async (db, cohort) =>
            (await OneAsync(db, a => a.Status == ApplicationStatus.UnderReview && a.Balance.Received.Amount > 0)).Decide(ApplicationStatus.Declined, cohort, Today, By, Now)),
        ("withdraws", async (db, cohort) => (await OneAsync(db, a => a.Status == ApplicationStatus.Accepted)).Decide(ApplicationStatus.Withdrawn, cohort, Today, By, Now)),
        ("has the decision taken back", async (db, cohort) => (await OneAsync(db, a => a.Status == ApplicationStatus.Declined)).TakeBack(cohort, Today.AddDays(7), "誤り", By, Now)),
        ("pays", async (db, cohort) => (await OneAsync(db, IsAwaited)).RecordPayment(Money(20_000), cohort, By, Now)),
        ("pays a part", async (db, cohort) => (await OneAsync(db, IsAwaited)).RecordPayment(Money(3_000), cohort, By, Now)),
        ("pays too much", async (db, cohort) => (await OneAsync(db, IsAwaited)).RecordPayment(Money(25_000), cohort, By, Now)),
        ("gets money back", async (db, _) => Assert.Null((await OneAsync(db, a => a.Balance.Received.Amount >= 1_000)).RecordRefund(Money(1_000), By, Now))),
        ("has a payment reversed", async (db, cohort) =>
        {
            var paid = await OneAsync(db, a => a.Status == ApplicationStatus.Accepted && a.Ledger.Count(e => e.Kind == LedgerEntryKind.Payment) == 1 && a.Ledger.Count == 2);
            Assert.Null(paid.Reverse(paid.Ledger.Single(e => e.Kind == LedgerEntryKind.Payment).Id, RandomToken.Draw(), "誤り", Today, cohort, Today.AddDays(3), By, Now));
        }),
        ("is asked by an earlier day", async (db, _) => Assert.True((await OneAsync(db, IsAwaited)).MoveDueDate(Today.AddDays(-1), Today))),
        ("moves house", async (db, _) =>
        {
            var mover = await OneAsync(db, a => a.Status == ApplicationStatus.Accepted);
            mover.Correct(mover.Contact with { Residence = "海外（タイ）" });
        }),
        ("is put under another", async (db, cohort) =>
            (await OneAsync(db, a => a.Email == "night1@example.jp")).MergeInto(await OneAsync(db, a => a.Email == "night2@example.jp"), false, cohort)),
        ("is taken out again", async (db, cohort) => (await db.Applications.SingleAsync(a => a.MergedIntoId != null)).Split(cohort, Today.AddDays(7), false)),
        ("is erased before anything was decided", (db, cohort) => EraseAsync(db, cohort, a => a.Email == "night1@example.jp")),
        ("is erased from the waiting list", (db, cohort) => EraseAsync(db, cohort, a => a is { Status: ApplicationStatus.Waitlisted, IsErased: false })),
        ("is erased when declined", (db, cohort) => EraseAsync(db, cohort, a => a is { Status: ApplicationStatus.Declined, IsErased: false } && a.Balance.Received.Amount == 0)),
        ("is erased as a member", (db, cohort) => EraseAsync(db, cohort, a => a is { Status: ApplicationStatus.Accepted, IsErased: false } && a.Balance.IsSettled)),
    ];

    [SqliteFact]
    public async Task All_numbers_are_those_of_the_rules_after_every_change_at_both_nodes()
    {
        using var one = await Site.StartAsync();
        using var two = await Site.StartAsync(one.DatabaseSettings);
        await one.FillAsync();
        HttpClient[] staff = [await one.StaffAsync(Role.Administrator), await two.StaffAsync(Role.Viewer, "二台目")];
        foreach (var (name, make) in Changes.Prepend(("nothing yet", (_, _) => Task.CompletedTask)))
        {
            await one.InDatabaseAsync(async db =>
            {
                await make(db, await db.Cohorts.Include(c => c.Sessions).SingleAsync());
                return await db.SaveChangesAsync();
            });

            var expected = await one.InDatabaseAsync(async db => Of(await db.Applications.AsNoTracking().Where(a => a.MergedIntoId == null).ToListAsync()));
            await one.InDatabaseAsync(async db =>
            {
                var (cohort, all) = (await db.Cohorts.SingleAsync(), db.Applications.AsNoTracking().Where(a => a.MergedIntoId == null));
                var let = (await all.ToListAsync()).Where(a => a.RefusalToErase(cohort, cohort.TermEndsOn.AddDays(1)) is null).Select(a => a.Number).Order().ToList();
                Assert.Equal(let, await all.Where(a => a.ErasedUtc == null).Where(PaymentQuestions.LetsErase).OrderBy(a => a.Number).Select(a => a.Number).ToListAsync());
                return 0;
            });
            foreach (var node in staff)
            {
                Assert.Equal($"{name}\n{expected}", $"{name}\n{Of(await node.OpenAsync("/admin/applications"), await node.OpenAsync("/admin"))}");
            }
        }
    }

    private static string Of(Page list, Page dashboard) => string.Join('\n',
    [
        .. list.Texts(".fchips a"), .. list.Texts("select[name='payment'] option"),
        .. dashboard.Texts(".kpis .kpi__n").Take(3), .. dashboard.Texts(".kpis .kpi__d").Take(3), .. dashboard.Texts(".funnel b"),
        .. Table(dashboard, "申し込みから参加まで").Skip(3), .. Table(dashboard, "日別の申込数").Where(day => !day.EndsWith(" 0", StringComparison.Ordinal)),
        .. Table(dashboard, "お住まい"), .. Table(dashboard, "知ったきっかけ"),
    ]);

    private static string Of(List<Application> all)
    {
        int Which(PaymentFilter filter) => all.Count(a => Is(a, filter));
        var (accepted, takingPart) = (all.Count(a => a.Status == ApplicationStatus.Accepted), all.Count(a => a.Status == ApplicationStatus.Accepted && a.Balance.IsSettled));
        return string.Join('\n',
        [
            $"すべて{all.Count}件", .. Enum.GetValues<ApplicationStatus>().Select(s => $"{s.Label()}{all.Count(a => a.Status == s)}件"),
            $"すべて（{all.Count}）", .. Enum.GetValues<PaymentFilter>().Select(p => $"{p.Label()}（{Which(p)}）"),
            $"{all.Count}件", $"{takingPart}名", $"{Which(PaymentFilter.Unpaid)}件",
            $"今日 {all.Count(a => JapanTime.DayOf(a.ReceivedUtc) == Today)}件、直近7日 {all.Count(a => JapanTime.DayOf(a.ReceivedUtc) > Today.AddDays(-7))}件",
            $"入金 {new Yen(all.Sum(a => a.Balance.Received.Amount))}", $"期限切れ {Which(PaymentFilter.Overdue)}件、返金が必要 {Which(PaymentFilter.RefundDue)}件",
            $"{all.Count}名", $"{accepted}名", $"{takingPart}名",
            .. Enum.GetValues<ApplicationStatus>().Select(s => $"いまの状態：{s.Label()} {all.Count(a => a.Status == s)}名"),
            .. all.GroupBy(a => JapanTime.DayOf(a.ReceivedUtc)).OrderBy(d => d.Key).Select(d => $"{JapanTime.MonthDay(d.Key)} {d.Count()}"),
            .. Ranked(all.Select(a => a.IsErased ? "削除済み" : a.Residence)),
            .. Ranked(all.Select(a => a.HeardFrom is { } from ? ApplyChoices.HeardFrom.Values.First(c => c.Answer == from).Label : "未回答")),
        ]);
    }

    private static bool Is(Application application, PaymentFilter filter)
    {
        var fee = application.FeeStatusOn(Today);
        return filter switch
        {
            PaymentFilter.Unpaid => fee.IsAwaited,
            PaymentFilter.NotAsked => fee.State == FeeState.NotAsked,
            PaymentFilter.Asked => fee.State == FeeState.Asked,
            PaymentFilter.Overdue => fee.State == FeeState.Overdue,
            PaymentFilter.Partial => fee.IsPartial,
            PaymentFilter.OnHold => fee.State == FeeState.OnHold,
            PaymentFilter.Paid => fee.State == FeeState.Settled,
            PaymentFilter.Overpaid => fee.Excess.Amount > 0,
            PaymentFilter.RefundDue => fee.State == FeeState.RefundDue,
            PaymentFilter.Refunded => application.RefundedAmount.Amount > 0,
            PaymentFilter.None => fee.State == FeeState.None,
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, null),
        };
    }

    private static IEnumerable<string> Ranked(IEnumerable<string> labels) =>
        labels.GroupBy(l => l).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}");

    // The first two columns of a table under a drawing; a day without its notes.
    private static IEnumerable<string> Table(Page page, string name) => page.Html.QuerySelectorAll($"[aria-label='{name}の表'] tbody tr")
        .Select(row => $"{row.QuerySelector("th")!.TextContent.Trim().Split(' ')[0]} {row.QuerySelector("td")!.TextContent}");

    private static bool IsAwaited(Application application) => application.FeeStatusOn(Today).IsAwaited;

    private static async Task<Application> OneAsync(CxoLabDb db, Func<Application, bool> which) =>
        (await db.Applications.Include(a => a.Ledger).Where(a => a.MergedIntoId == null).OrderBy(a => a.Id).ToListAsync()).First(which);

    private static async Task EraseAsync(CxoLabDb db, Cohort cohort, Func<Application, bool> which)
    {
        var id = (await OneAsync(db, which)).Id;
        var person = await db.Applications.Include(a => a.Answers).Include(a => a.Attendance).Include(a => a.Interests).Include(a => a.Themes)
            .Include(a => a.StatusChanges).AsSplitQuery().SingleAsync(a => a.Id == id);
        person.Erase(cohort, By, Now);
    }

    private static MoneyMoved Money(int yen) => new(RandomToken.Draw(), new Yen(yen), Today, PaymentWay.Cash, null);

    private static Applicant Somebody(int n) => new(
        RandomToken.Draw(), $"深夜 {n.ToString(CultureInfo.InvariantCulture)}号", "シンヤ ゴウ", $"night{n}@example.jp", null, "海外（ﾀｲ）", null,
        new Dictionary<int, AttendanceAnswer>(), [], "動機", null, null, null);
}
