using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>What the head of every page of the desk shows.</summary>
/// <param name="Name">Who is signed in.</param>
/// <param name="Role">What for.</param>
/// <param name="Unread">Applications that nobody has begun to look at.</param>
internal sealed record DeskFrame(string Name, Role Role, int Unread)
{
    public const string Key = "DeskFrame";

    /// <summary>Every entry of the menu; what a role may not do is not shown to it.</summary>
    private static readonly (string Url, string Label, Duty Duty)[] Menu =
    [
        ("/admin", "ダッシュボード", Duty.Read),
        ("/admin/applications", "申込者", Duty.Read),
        ("/admin/reviews", "審査", Duty.Read),
        ("/admin/decisions", "採否", Duty.Decide),
        ("/admin/mail", "メール", Duty.Read),
        ("/admin/templates", "文面", Duty.Configure),
        ("/admin/staff", "職員", Duty.ManageStaff),
        ("/admin/audit", "操作記録", Duty.ReadAudit),
    ];

    public IEnumerable<(string Url, string Label)> Entries => Menu.Where(m => Role.May(m.Duty)).Select(m => (m.Url, m.Label));
}

internal sealed class DeskFrameFilter(CurrentStaff staff, DeskScope scope) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is ViewResult view && staff.IsSignedIn)
        {
            var unread = await scope.Applications.CountAsync(a => a.Decision == Decision.Received, context.HttpContext.RequestAborted);
            view.ViewData[DeskFrame.Key] = new DeskFrame(staff.Name, staff.Role, unread);
        }

        await next();
    }
}
