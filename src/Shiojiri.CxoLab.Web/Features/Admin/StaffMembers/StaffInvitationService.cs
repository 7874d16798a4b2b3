using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.StaffMembers;

/// <summary>Invites people into the staff, and takes invitations back.</summary>
internal sealed class StaffInvitationService(CxoLabDb db, StaffMemberService members, StaffMailQueue mails, AuditTrail audit)
{
    /// <summary>Stores the account and its mail; false when somebody with that address was put in a moment ago.</summary>
    public async Task<bool> InviteAsync(StaffAccount account, CancellationToken ct)
    {
        db.Add(account);
        if (!await members.TrySaveAsync(ct))
        {
            return false;
        }

        await QueueAsync(account, ct);
        await members.SaveAsync(ct);
        return true;
    }

    /// <summary>One more mail, stored with the caller's save. Of two clicks one sends a mail: the other's save fails.</summary>
    public Task QueueAgainAsync(StaffAccount account, CancellationToken ct)
    {
        account.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        return QueueAsync(account, ct);
    }

    /// <summary>
    /// Takes an account that nobody ever used out of the staff. Applications that were given to it have nobody in charge afterwards;
    /// false when records of its own name it, which stay. Stored with the caller's save.
    /// </summary>
    public async Task<bool> WithdrawAsync(StaffAccount account, CancellationToken ct)
    {
        if (await db.Reviews.AnyAsync(r => r.ReviewerId == account.Id, ct))
        {
            return false;
        }

        foreach (var application in await db.Applications.Where(a => a.AssigneeId == account.Id).ToListAsync(ct))
        {
            application.AssignTo(null);
            audit.Write(AuditAction.Assigned, application.Number, new { Assignee = account.DisplayName }, new { Assignee = (string?)null });
        }

        db.Remove(account);
        members.Audit(AuditAction.StaffChanged, account, new { Invited = true }, new { Invited = false });
        return true;
    }

    private Task QueueAsync(StaffAccount account, CancellationToken ct)
    {
        members.Audit(AuditAction.StaffInvited, account, after: new { Name = account.DisplayName, account.Role, account.CohortId });
        return mails.InviteAsync(account, ct);
    }
}
