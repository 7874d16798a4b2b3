using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.FirstStart;

/// <summary>Makes the first administrator and uses the link up, both in one save: of two at once, one finds the link gone.</summary>
internal sealed class FirstStartService(CxoLabDb db, PasswordService passwords, AuditTrail audit, TimeProvider time)
{
    /// <summary>The account; null when somebody else was first.</summary>
    public async Task<StaffAccount?> MakeAsync(FirstStartLink link, FirstStartForm form, CancellationToken ct)
    {
        EmailAddress.TryParse(form.Email, out var email);
        var account = StaffAccounts.New(email, Folding.Line(form.Name), Role.Administrator, null, time.GetUtcNow().UtcDateTime);
        audit.Write(Actor.FirstStart, AuditAction.StaffAdded, email, after: new { Name = account.DisplayName, account.Role });
        if (await passwords.ChangeAsync(account, form.NewPassword, Actor.FirstStart, ct) is { } fault)
        {
            throw new InvalidOperationException($"The form was not checked: {fault}.");
        }

        db.Add(account);
        db.Remove(link);
        try
        {
            await db.SaveChangesAsync(ct);
            return account;
        }
        catch (DbUpdateException overtaken) when (UniqueViolation.IsLostRace(overtaken))
        {
            return null;
        }
    }
}
