using Microsoft.AspNetCore.Html;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Dashboard;

/// <summary>Something that waits for staff.</summary>
/// <param name="Kind">late (red: a mail that failed, a day that has passed), new or calm.</param>
/// <param name="Case">The oldest case, or what else helps to choose; null when there is nothing to say.</param>
internal sealed record DashboardTask(string Kind, IHtmlContent Picture, string Label, TaskCase? Case, int Count, string Unit, string Url);

/// <param name="Day">The day that the words end in, kept on one line.</param>
internal sealed record TaskCase(string Words, DateOnly? Day = null);

/// <summary>What there is to do, the most urgent first. What is done is not there.</summary>
internal static class DashboardTasks
{
    public static IReadOnlyList<DashboardTask> Of(DashboardPage page, bool mayDecide)
    {
        var reading = page.Reading;
        var fees = page.Facts.Select(a => a.FeeStatusOn(page.Today)).ToList();
        var unread = page.InStatus(ApplicationStatus.Received);
        var cohort = page.Asked is { } asked ? $"?cohort={asked}" : "";
        DashboardTask[] all =
        [
            .. page.Held.Select(held => new DashboardTask(
                "late", Icon.Warning, $"{held.Cohort.Name}の募集を始められません", new("公開前の確認に、足りないものがあります"), held.Missing, "項目", $"/admin/cohorts/{held.Cohort.Ordinal}")),
            new("late", Icon.Warning, "送れなかったメール", Oldest(reading.OldestFailedMail), reading.FailedMails, "通", "/admin/mail?state=failed"),
            new("late", Icon.Mail, "10分以上送れていないメール", null, reading.UnsentMails, "通", "/admin/mail?state=queued"),
            new(
                "late", Icon.Clock, "支払い期限を過ぎた申し込み", DueDay("いちばん古い期限は", fees, FeeState.Overdue), page.In(PaymentFilter.Overdue), "人",
                $"/admin/payments/overdue{cohort}"),
            new(
                "new", Icon.Back, "返金が必要な申し込み", new($"合わせて{new Yen(page.Facts.Sum(a => a.FeeStatusOn(page.Today).ToGiveBack.Amount * a.Count))}"),
                page.In(PaymentFilter.RefundDue) + page.In(PaymentFilter.Overpaid), "人", $"/admin/payments/refunds{cohort}"),
            new("new", Icon.Mail, "未対応の問い合わせ", Oldest(reading.OldestInquiry), reading.OpenInquiries, "件", "/admin/inquiries"),
            new(
                "new", Icon.Dot, "未審査の申し込み", unread == 0 ? null : Oldest(page.Facts.Where(a => a.Status == ApplicationStatus.Received).Min(a => a.FirstReceivedOn)), unread, "件",
                page.ListUrl(decision: ApplicationStatus.Received)),
            new("new", Icon.Pause, "空いた席を案内できる補欠の人", new("申し込みの早い順に案内します"), page.PlacesToOffer, "名", page.WaitingListUrl),
            new("calm", Icon.Pause, "保管の期間がまもなく終わる申し込み", new("自動で削除する前に、保留できます"), reading.NearErasure, "件", "/admin/retention"),
            new("calm", Icon.Check, "準備中の決定", new("確かめてから、まとめて知らせます"), mayDecide ? reading.Prepared : 0, "件", "/admin/decisions"),
            new(
                "calm", Icon.Clock, "入金を待っている申し込み", DueDay("いちばん近い期限は", fees, FeeState.Asked), page.In(PaymentFilter.Asked), "件",
                page.ListUrl(payment: PaymentFilter.Asked)),
        ];
        return [.. all.Where(task => task.Count > 0)];
    }

    private static TaskCase? Oldest(DateOnly? day) => day is null ? null : new("いちばん古いもので", day);

    private static TaskCase? DueDay(string words, IEnumerable<FeeStatus> fees, FeeState state) =>
        fees.Where(f => f.State == state).Min(f => f.DueOn) is { } first ? new(words, first) : null;
}
