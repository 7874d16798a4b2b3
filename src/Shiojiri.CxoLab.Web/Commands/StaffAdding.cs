using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Commands;

internal sealed record Newcomer(string? Email, string? Role, string? Name);

/// <summary>Checks and stores what <c>staff add</c> was given; says in one sentence what is wrong.</summary>
internal sealed class StaffAdding(CxoLabDb db, PasswordService passwords, AuditTrail audit, TimeProvider time)
{
    public async Task<int> RunAsync(Newcomer newcomer, Func<string?> readPassword, CancellationToken ct)
    {
        var fault = await AddAsync(newcomer, readPassword, ct);
        await (fault is null ? Console.Out : Console.Error).WriteLineAsync(fault ?? "The account was made. Sign in at /admin/sign-in.");
        return fault is null ? 0 : 1;
    }

    private async Task<string?> AddAsync(Newcomer newcomer, Func<string?> readPassword, CancellationToken ct)
    {
        if (EmailAddress.TryParse(newcomer.Email, out var email) is not null)
        {
            return $"'{newcomer.Email}' is no e-mail address.";
        }

        if (newcomer.Role is not { Length: > 0 } word || !char.IsLetter(word[0]) || !Enum.TryParse<Role>(word, ignoreCase: true, out var role) || !Enum.IsDefined(role))
        {
            return $"'{newcomer.Role}' is no role: it must be viewer, reviewer, treasurer, editor or administrator.";
        }

        var name = Folding.Line(newcomer.Name ?? email.Split('@')[0]);
        if (TextCheck.OfLine(name) is not null || Folding.Length(name) > 50)
        {
            return "The name must be one line of at most 50 characters.";
        }

        var key = email.ToUpperInvariant();
        if (await db.StaffAccounts.AnyAsync(a => a.NormalizedUserName == key, ct))
        {
            return $"There is an account for {email} already.";
        }

        return await StoreAsync(StaffAccounts.New(email, name, role, null, time.GetUtcNow().UtcDateTime), readPassword(), ct);
    }

    private async Task<string?> StoreAsync(StaffAccount account, string? password, CancellationToken ct)
    {
        if (password is null)
        {
            return "No password came: run the command in a terminal, or give the password with --password-stdin.";
        }

        audit.Write(Actor.CommandLine, AuditAction.StaffAdded, account.Email!, after: new { Name = account.DisplayName, account.Role });
        if (await passwords.ChangeAsync(account, password, Actor.CommandLine, ct) is { } fault)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The password was refused: {fault}.");
        }

        db.Add(account);
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException lost) when (UniqueViolation.Is(lost))
        {
            return $"There is an account for {account.Email} already.";
        }
    }
}
