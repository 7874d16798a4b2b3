using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Payments;

/// <summary>Keeps the account that money goes back to, closed; the log says that it was entered and nothing of what it is.</summary>
internal sealed class RefundAccountService(CxoLabDb db, StaffScope scope, RefundAccountProtector protector, AuditTrail audit, StaffSaveService saves)
{
    /// <param name="form">Folded and checked.</param>
    public async Task<SaveOutcome> SaveAsync(string number, RefundAccountForm form, CancellationToken ct)
    {
        if (await scope.People.Where(a => a.Number == number).Select(a => (int?)a.Id).SingleOrDefaultAsync(ct) is not { } id)
        {
            return SaveOutcome.NotThere;
        }

        var account = await db.RefundAccounts.SingleOrDefaultAsync(r => r.ApplicationId == id, ct);
        if (account?.Version != form.AccountVersion)
        {
            return SaveOutcome.Stale;
        }

        var before = account is null ? null : new { Known = true };
        account ??= db.RefundAccounts.Add(new RefundAccount(id)).Entity;
        account.Write(protector.Close(form.ToDetails()), saves.Actor, saves.UtcNow);
        audit.Write(AuditAction.RefundAccountEntered, number, before);
        return await saves.SaveFirstAsync(ct);
    }
}
