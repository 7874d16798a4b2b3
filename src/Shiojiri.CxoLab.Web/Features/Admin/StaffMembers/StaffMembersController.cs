using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.StaffMembers;

/// <summary>Who works here: the list, invitations, and what one of them may do.</summary>
internal sealed class StaffMembersController(
    StaffMemberService service, StaffChangeService changes, StaffInvitationService invitations, CurrentStaff staff) : AdminController
{
    private const string Home = "/admin/staff";
    private const string Known = "このメールアドレスの職員はすでにいます";
    private const string Changed = "ほかの人がこの職員を変えました。いまの内容を確かめて、もう一度お願いします。";

    [HttpGet("/admin/staff")]
    [RequiresPermission(Permission.ManageStaff)]
    public async Task<IActionResult> Index(CancellationToken ct) => View(new MemberList(await service.ListAsync(ct)));

    [HttpGet("/admin/staff/new")]
    [RequiresPermission(Permission.ManageStaff)]
    public async Task<IActionResult> New(CancellationToken ct) => View(new InvitePage(new InviteForm(), await service.CohortsAsync(ct), []));

    [HttpPost("/admin/staff/invitations")]
    [RequiresPermission(Permission.ManageStaff)]
    [RequiresReauthentication]
    public async Task<IActionResult> Invite(InviteForm form, CancellationToken ct)
    {
        var cohorts = await service.CohortsAsync(ct);
        (await new InviteFormValidator(cohorts).ValidateAsync(form, ct)).AddToModelState(ModelState, null);
        if (EmailAddress.TryParse(form.Email, out var email) is null && await service.IsKnownAsync(email, ct))
        {
            ModelState.AddModelError(nameof(form.Email), Known);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(nameof(New), new InvitePage(form, cohorts, FieldError.Of(ModelState, "Email", "Name", "Role", "Cohort")));
        }

        MemberChoices.TryCohort(form.Cohort, cohorts, out var cohort);
        var account = StaffAccounts.New(email, Folding.Line(form.Name), MemberChoices.RoleOf(form.Role)!.Value, cohort, service.NowUtc);
        return await InviteAsync(account, form, cohorts, ct);
    }

    [HttpGet("/admin/staff/{id:int}")]
    [RequiresPermission(Permission.ManageStaff)]
    public async Task<IActionResult> Show(int id, CancellationToken ct) =>
        await service.MemberAsync(id, ct) is { } member ? View(await PageAsync(member, null, ct)) : NotFound();

    [HttpPost("/admin/staff/{id:int}/role")]
    [RequiresPermission(Permission.ManageStaff)]
    [RequiresReauthentication]
    public Task<IActionResult> ChangeRole(int id, RoleForm form, CancellationToken ct) =>
        ChangeAsync(id, form.Version, "役割を変えました。", account => changes.ChangeRoleAsync(account, form, ct), ct);

    [HttpPost("/admin/staff/{id:int}/closure")]
    [RequiresPermission(Permission.ManageStaff)]
    [RequiresReauthentication]
    public Task<IActionResult> Close(int id, string? version, CancellationToken ct) =>
        ChangeAsync(id, version, "アカウントを停止しました。", account => changes.CloseAsync(account, ct), ct);

    [HttpPost("/admin/staff/{id:int}/reopening")]
    [RequiresPermission(Permission.ManageStaff)]
    [RequiresReauthentication]
    public Task<IActionResult> Reopen(int id, string? version, CancellationToken ct) =>
        ChangeAsync(id, version, "アカウントをまた使えるようにしました。", changes.ReopenAsync, ct);

    [HttpPost("/admin/staff/{id:int}/unlocking")]
    [RequiresPermission(Permission.ManageStaff)]
    [RequiresReauthentication]
    public Task<IActionResult> Unlock(int id, string? version, CancellationToken ct) =>
        ChangeAsync(id, version, "ロックを解除しました。", changes.UnlockAsync, ct);

    [HttpPost("/admin/staff/{id:int}/second-factor-removal")]
    [RequiresPermission(Permission.ManageStaff)]
    [RequiresReauthentication]
    public Task<IActionResult> RemoveSecondFactor(int id, string? version, CancellationToken ct) =>
        ChangeAsync(id, version, "2段階認証を解除しました。次のサインインで設定し直します。", account => changes.RemoveSecondFactorAsync(account, ct), ct);

    [HttpPost("/admin/staff/{id:int}/invitation")]
    [RequiresPermission(Permission.ManageStaff)]
    [RequiresReauthentication]
    public async Task<IActionResult> InviteAgain(int id, string? version, CancellationToken ct)
    {
        if (await service.FindAsync(id, ct) is not { PasswordHash: null, DisabledUtc: null } account)
        {
            return NotFound();
        }

        if (account.ConcurrencyStamp != version)
        {
            return await AgainAsync(id, Changed, StatusCodes.Status409Conflict, ct);
        }

        await invitations.QueueAgainAsync(account, ct);
        return await SaveAsync(id, Invited(account), Home, ct);
    }

    [HttpPost("/admin/staff/{id:int}/invitation-removal")]
    [RequiresPermission(Permission.ManageStaff)]
    [RequiresReauthentication]
    public async Task<IActionResult> Uninvite(int id, CancellationToken ct)
    {
        if (await service.FindAsync(id, ct) is not { PasswordHash: null } account)
        {
            return NotFound();
        }

        if (!await invitations.WithdrawAsync(account, ct))
        {
            return await AgainAsync(id, "この人の記録があるため、招待を取り消せません。アカウントを停止してください。", StatusCodes.Status422UnprocessableEntity, ct);
        }

        return await SaveAsync(id, "招待を取り消しました。", Home, ct);
    }

    private async Task<IActionResult> InviteAsync(StaffAccount account, InviteForm form, IReadOnlyList<Choice> cohorts, CancellationToken ct)
    {
        if (!await invitations.InviteAsync(account, ct))
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View(nameof(New), new InvitePage(form, cohorts, [new FieldError(nameof(form.Email), Known)]));
        }

        Saved(Invited(account));
        return Redirect(Home);
    }

    private static string Invited(StaffAccount account) => $"{account.DisplayName}さんに招待のメールを送ります。リンクは72時間使えます。";

    /// <summary>The change says what is wrong, or null.</summary>
    private async Task<IActionResult> ChangeAsync(int id, string? version, string done, Func<StaffAccount, Task<string?>> change, CancellationToken ct)
    {
        if (await service.FindAsync(id, ct) is not { } account)
        {
            return NotFound();
        }

        if (account.ConcurrencyStamp != version)
        {
            return await AgainAsync(id, Changed, StatusCodes.Status409Conflict, ct);
        }

        if (await change(account) is { } fault)
        {
            return await AgainAsync(id, fault, StatusCodes.Status422UnprocessableEntity, ct);
        }

        return await SaveAsync(id, done, $"{Home}/{id}", ct);
    }

    private async Task<IActionResult> SaveAsync(int id, string done, string next, CancellationToken ct)
    {
        if (!await service.TrySaveAsync(ct))
        {
            return await AgainAsync(id, Changed, StatusCodes.Status409Conflict, ct);
        }

        Saved(done);
        return Redirect(next);
    }

    private async Task<IActionResult> AgainAsync(int id, string fault, int status, CancellationToken ct)
    {
        if (await service.MemberAsync(id, ct) is not { } member)
        {
            return NotFound();
        }

        Response.StatusCode = status;
        return View(nameof(Show), await PageAsync(member, fault, ct));
    }

    private async Task<MemberPage> PageAsync(Member member, string? fault, CancellationToken ct) =>
        new(member, await service.CohortsAsync(ct), member.Id == staff.AccountId, fault);
}
