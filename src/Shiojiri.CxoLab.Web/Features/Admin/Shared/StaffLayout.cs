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

    /// <summary>Every entry of the menu; what a role may not do is not shown to it.</summary>
    private static readonly (string Url, string Label, Permission Permission)[] Menu =
    [
        ("/admin", "ダッシュボード", Permission.Read),
        ("/admin/applications", "申込者", Permission.Read),
        ("/admin/reviews", "審査", Permission.Read),
        ("/admin/decisions", "決定", Permission.Decide),
        ("/admin/mail", "メール", Permission.Read),
        ("/admin/inquiries", "問い合わせ", Permission.Read),
        ("/admin/pages", "ページ", Permission.EditContent),
        ("/admin/templates", "文面", Permission.Configure),
        ("/admin/staff", "職員", Permission.ManageStaff),
        ("/admin/audit", "操作記録", Permission.ReadAudit),
    ];

    public IEnumerable<(string Url, string Label)> Entries => Menu.Where(m => Role.May(m.Permission)).Select(m => (m.Url, m.Label));

    /// <summary>The number beside an entry with its unit, or null.</summary>
    public (int Count, string Unit)? NumberBeside(string url) => url switch
    {
        "/admin/applications" when Unread > 0 => (Unread, "件 未審査"),
        "/admin/inquiries" when OpenInquiries > 0 => (OpenInquiries, "件 未対応"),
        _ => null,
    };
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
