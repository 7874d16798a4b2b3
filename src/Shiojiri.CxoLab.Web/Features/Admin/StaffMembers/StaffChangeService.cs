using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.StaffMembers;

/// <summary>
/// Changes what a member of staff may do. Each change says what is wrong, or null; the caller saves. All but <see cref="UnlockAsync"/>
/// end the account's sessions.
/// </summary>
internal sealed class StaffChangeService(StaffMemberService members, SecondFactors factors, CurrentStaff staff)
{
    private const string LastOne = "最後の管理者です。先にほかの人を管理にしてください。";

    public async Task<string?> ChangeRoleAsync(StaffAccount account, RoleForm form, CancellationToken ct)
    {
        if (MemberChoices.RoleOf(form.Role) is not { } role || !MemberChoices.TryCohort(form.Cohort, await members.CohortsAsync(ct), out var cohort))
        {
            return "役割と見られる期を選んでください。";
        }

        if (account.Role == Role.Administrator && role != Role.Administrator && !await members.IsAnotherAdministratorLeftAsync(account, ct))
        {
            return LastOne;
        }

        members.Audit(AuditAction.StaffChanged, account, new { account.Role, account.CohortId }, new { Role = role, CohortId = cohort });
        (account.Role, account.CohortId) = (role, cohort);
        SecondFactors.Renew(account);
        return null;
    }

    public async Task<string?> CloseAsync(StaffAccount account, CancellationToken ct)
    {
        if (account.Id == staff.AccountId)
        {
            return "自分のアカウントは停止できません。ほかの管理者に頼んでください。";
        }

        if (account.Role == Role.Administrator && !await members.IsAnotherAdministratorLeftAsync(account, ct))
        {
            return LastOne;
        }

        account.DisabledUtc = members.NowUtc;
        members.Audit(AuditAction.StaffChanged, account, new { Disabled = false }, new { Disabled = true });
        SecondFactors.Renew(account);
        return null;
    }

    public Task<string?> ReopenAsync(StaffAccount account)
    {
        account.DisabledUtc = null;
        members.Audit(AuditAction.StaffChanged, account, new { Disabled = true }, new { Disabled = false });
        SecondFactors.Renew(account);
        return Task.FromResult<string?>(null);
    }

    public Task<string?> UnlockAsync(StaffAccount account)
    {
        members.Audit(AuditAction.StaffChanged, account, new { Locked = account.LockoutEnd?.UtcDateTime > members.NowUtc }, new { Locked = false });
        account.Unlock();
        var stamp = account.SecurityStamp;
        SecondFactors.Renew(account);
        account.SecurityStamp = stamp;
        return Task.FromResult<string?>(null);
    }

    public async Task<string?> RemoveSecondFactorAsync(StaffAccount account, CancellationToken ct)
    {
        await factors.RemoveAsync(account, ct);
        SecondFactors.Renew(account);
        return null;
    }
}
