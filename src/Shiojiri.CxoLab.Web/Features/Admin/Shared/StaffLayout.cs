using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>What the head of every page of the staff area shows.</summary>
/// <param name="Unread">Applications that nobody has begun to look at.</param>
/// <param name="OpenInquiries">Questions that nobody has answered.</param>
internal sealed record StaffLayout(string Name, Role Role, int Unread, int OpenInquiries)
{
    public const string Key = "StaffLayout";

    /// <summary>Every place of the menu with the pages inside it; what a role may not do is not shown to it, and a place without pages is not either.</summary>
    private static readonly StaffPlace[] Menu =
    [
        new("ダッシュボード", [new("/admin", "ダッシュボード", Permission.Read)]),
        new("申込者", [new("/admin/applications", "申込者", Permission.Read)]),
        new("審査", [new("/admin/reviews", "審査", Permission.Read)]),
        new("決定", [new("/admin/decisions", "決定", Permission.Decide)]),
        new("入金", [new("/admin/payments", "入金", Permission.Read)]),
        new("メール", [new("/admin/mail", "送信の記録", Permission.Read), new("/admin/templates", "文面", Permission.Configure)]),
        new("問い合わせ", [new("/admin/inquiries", "問い合わせ", Permission.Read)]),
        new("期と日程", [new("/admin/cohorts", "期と日程", Permission.Configure)]),
        new("ページ", [new("/admin/pages", "ページ", Permission.EditContent), new("/admin/pictures", "画像", Permission.EditContent)]),
        new(
            "設定",
            [
                new("/admin/settings", "連絡先・口座・条件", Permission.Configure), new("/admin/admission", "参加の決め方", Permission.Configure), new("/admin/staff", "職員", Permission.ManageStaff),
                new("/admin/audit", "操作記録", Permission.ReadAudit), new("/admin/retention", "個人情報の保管", Permission.ErasePeople),
            ]),
    ];

    /// <summary>The menu of this role.</summary>
    public IEnumerable<StaffPlace> Places =>
        Menu.Select(place => new StaffPlace(place.Label, [.. place.Tabs.Where(tab => Role.May(tab.Permission))])).Where(place => place.Tabs.Length > 0);

    /// <summary>The place whose tabs stand above a page; null when the page is not itself a tab, or the only one.</summary>
    public StaffPlace? TabsAbove(string path) => Places.FirstOrDefault(place => place.Tabs.Length > 1 && place.Tabs.Any(tab => tab.Url == path));

    /// <summary>The number beside a place with its unit, or null.</summary>
    public (int Count, string Unit)? NumberBeside(string url) => url switch
    {
        "/admin/applications" when Unread > 0 => (Unread, "件 未審査"),
        "/admin/inquiries" when OpenInquiries > 0 => (OpenInquiries, "件 未対応"),
        _ => null,
    };
}

/// <summary>One entry of the menu (場所). It leads to its first page.</summary>
internal sealed record StaffPlace(string Label, StaffTab[] Tabs)
{
    public string Url => Tabs[0].Url;

    public bool Holds(string path) => Tabs.Any(tab => tab.Holds(path));
}

internal sealed record StaffTab(string Url, string Label, Permission Permission)
{
    /// <summary>The page or one below it.</summary>
    public bool Holds(string path) => path == Url || (Url != "/admin" && path.StartsWith(Url + "/", StringComparison.Ordinal));
}

/// <summary>The numbers beside 申込者 and 問い合わせ in the menu. A page that counts anyway says so here, so that nobody counts twice in a request.</summary>
internal sealed class UnreadCount(CxoLabDb db, StaffScope scope, CurrentStaff staff)
{
    public int? Known { get; set; }

    public int? KnownInquiries { get; set; }

    public async Task<(int Applications, int Inquiries)> CountAsync(CancellationToken ct)
    {
        if (Known is null && KnownInquiries is null)
        {
            // Both in one statement: whoever asks is there, and there once.
            var me = staff.AccountId;
            var both = await db.StaffAccounts.Where(a => a.Id == me)
                .Select(a => new { Unread = scope.Unread.Count(), Open = scope.OpenInquiries.Count() }).SingleAsync(ct);
            (Known, KnownInquiries) = (both.Unread, both.Open);
        }

        return (Known ??= await scope.Unread.CountAsync(ct), KnownInquiries ??= await scope.OpenInquiries.CountAsync(ct));
    }
}

internal sealed class StaffLayoutFilter(CurrentStaff staff, UnreadCount unread) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is ViewResult view && staff.IsSignedIn)
        {
            var (applications, inquiries) = await unread.CountAsync(context.HttpContext.RequestAborted);
            view.ViewData[StaffLayout.Key] = new StaffLayout(staff.Name, staff.Role, applications, inquiries);
        }

        await next();
    }
}
