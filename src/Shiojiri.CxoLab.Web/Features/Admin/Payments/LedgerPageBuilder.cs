using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Payments;

/// <summary>Lays out the page of one person's money.</summary>
internal sealed class LedgerPageBuilder(CxoLabDb db, StaffScope scope, AuditTrail audit, StaffSaveService saves, RefundAccountProtector protector)
{
    public const string View = "~/Features/Admin/Payments/Ledger.cshtml";

    /// <summary>Null when there is no such application to be seen. That it was looked at is written down.</summary>
    public async Task<LedgerPage?> PageAsync(string number, ApplicantFilter filter, CancellationToken ct)
    {
        var found = await scope.People.AsNoTracking().Include(a => a.Ledger).Where(a => a.Number == number)
            .Select(a => new { Application = a, Account = db.RefundAccounts.FirstOrDefault(r => r.ApplicationId == a.Id) })
            .SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        audit.Write(AuditAction.ApplicantViewed, number, after: new { Page = "payments" });
        await db.SaveChangesAsync(ct);
        var account = found.Account is { } kept ? new KnownRefundAccount(protector.Open(kept.Closed), kept.EnteredBy, kept.EnteredUtc, kept.Version) : null;
        var form = new LedgerForm { Key = RandomToken.Draw(), Version = found.Application.Version, Way = nameof(PaymentWay.BankTransfer), Thanks = "yes", On = LedgerForm.Iso(saves.Today) };
        return new LedgerPage(found.Application, found.Application.FeeStatusOn(saves.Today), form, account, saves.Today, filter) { AccountForm = RefundAccountForm.Of(account) };
    }
}
