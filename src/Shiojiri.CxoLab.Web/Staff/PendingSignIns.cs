using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>The way between password and second step: begun by the right password, used up by the sign-in, over after five minutes.</summary>
internal sealed class PendingSignIns(CxoLabDb db, PendingSignInCookie cookie, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task BeginAsync(HttpContext context, StaffAccount account, string? from, CancellationToken ct)
    {
        var token = RandomToken.Draw();
        db.Add(new PendingSignIn
        {
            TokenHash = StaffSessions.Hash(token),
            AccountId = account.Id,
            Stamp = account.SecurityStamp!,
            From = from?.Length > PendingSignIn.MaxReturn ? null : from,
            ExpiresUtc = Now + PendingSignIn.Lasts,
        });
        await db.SaveChangesAsync(ct);
        cookie.Set(context, token);
    }

    /// <summary>The row that the browser's cookie names; null when there is none, it was used, or its time is over.</summary>
    public Task<PendingSignIn?> FindAsync(HttpContext context, CancellationToken ct)
    {
        var now = Now;
        var hash = StaffSessions.Hash(cookie.Find(context) ?? "");
        return db.PendingSignIns.AsNoTracking().SingleOrDefaultAsync(p => p.TokenHash == hash && p.UsedUtc == null && p.ExpiresUtc > now, ct);
    }

    /// <summary>False when somebody else used it a moment ago.</summary>
    public async Task<bool> UseAsync(PendingSignIn pending, CancellationToken ct)
    {
        var now = Now;
        return await db.WriteAsync(
            token => db.PendingSignIns.Where(p => p.Id == pending.Id && p.UsedUtc == null)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.UsedUtc, now), token),
            ct) == 1;
    }

    public void Forget(HttpContext context) => cookie.Remove(context);
}
