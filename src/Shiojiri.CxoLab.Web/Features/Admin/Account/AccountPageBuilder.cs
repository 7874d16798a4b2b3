using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Account;

/// <summary>Lays out the page of one's own account.</summary>
internal sealed class AccountPageBuilder(CredentialService credentials, SecondFactors factors, PasskeyService passkeys, CurrentStaff staff, TimeProvider time)
{
    public async Task<AccountPage> PageAsync(StaffAccount account, (bool IsCurrent, string Text)? fault, CancellationToken ct)
    {
        var here = StaffSessions.Hash(staff.Principal.FindFirst(CurrentStaff.SessionClaim)!.Value);
        var own = await passkeys.OfAsync(account, ct);
        var sessions = await credentials.SessionsAsync(account, time.GetUtcNow().UtcDateTime, ct);
        return new AccountPage(
            account.DisplayName,
            account.Email!,
            account.Role,
            await credentials.CohortAsync(account.CohortId, ct),
            account.IsSecondFactorSet,
            await factors.CodesLeftAsync(account.Id, ct),
            [.. own.Select(p => new PasskeyLine(PasskeyService.IdOf(p), p.Name ?? "", p.CreatedAt.UtcDateTime))],
            [.. sessions.Select(s => new SessionLine(Device.Name(s.Device), s.StartedUtc, s.LastSeenUtc, s.KeyHash == here))],
            fault is { IsCurrent: true } ? fault.Value.Text : null,
            fault is { IsCurrent: false } ? fault.Value.Text : null);
    }
}
