using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>What the browser is to ask its passkeys, and our own memory of it, protected.</summary>
internal sealed record PasskeyChallenge(string Options, string Memory);

/// <summary>
/// Passkeys (パスキー). Question and answer travel inside the page, so that two tabs are independent; an account takes no answer to a
/// question that is older than the last one answered, so none works twice.
/// </summary>
/// <remarks>
/// Ceremony and storage are Identity's. Own are only whether anybody has a passkey at all, for which Identity has no question, and the mark of
/// the last answer: Identity's tokens are read, then written, and of two answers at once both would pass.
/// </remarks>
internal sealed class PasskeyService(CxoLabDb db, PasskeyStore passkeys, IPasskeyHandler<StaffAccount> handler, PageProtector protector, TimeProvider time)
{
    public const int MostPerAccount = 10;

    private const string SignIn = "Staff/Passkey.SignIn";
    private const string Add = "Staff/Passkey.Add";

    private const string Keeper = "CxoLab";
    private const string LastAnswer = "PasskeyAnswered";

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    /// <summary>The question to whoever comes, or null while nobody has a passkey.</summary>
    public async Task<PasskeyChallenge?> AskAsync(HttpContext context, CancellationToken ct)
    {
        if (!await db.Set<IdentityUserPasskey<int>>().AnyAsync(ct))
        {
            return null;
        }

        var options = await handler.MakeRequestOptionsAsync(null, context);
        return new PasskeyChallenge(options.RequestOptionsJson, Protect(SignIn, options.AssertionState));
    }

    /// <summary>Whose passkey answered, its new count stored with the caller's save; null when the answer is not good or the account is closed.</summary>
    public async Task<StaffAccount?> AnswerAsync(HttpContext context, string? question, string? credential, CancellationToken ct)
    {
        if (protector.OpenInTime<Asked>(SignIn, question) is not { } asked || string.IsNullOrEmpty(credential))
        {
            return null;
        }

        var result = await TryAsync(() => handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = credential, AssertionState = asked.State }));
        if (result is not { Succeeded: true, User.DisabledUtc: null, Passkey.IsUserVerified: true } || !await IsFirstAnswerAsync(result.User.Id, asked, ct))
        {
            return null;
        }

        await passkeys.AddOrUpdatePasskeyAsync(result.User, result.Passkey, ct);
        return result.User;
    }

    public async Task<PasskeyChallenge> AskToAddAsync(HttpContext context, StaffAccount account)
    {
        var entity = new PasskeyUserEntity
        {
            Id = account.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Name = account.Email!,
            DisplayName = account.DisplayName,
        };
        var options = await handler.MakeCreationOptionsAsync(entity, context);
        return new PasskeyChallenge(options.CreationOptionsJson, Protect(Add, options.AttestationState));
    }

    /// <summary>Takes a new passkey in, with the caller's save. False when the answer is not good.</summary>
    public async Task<bool> AddAsync(HttpContext context, StaffAccount account, string name, string? question, string? credential, CancellationToken ct)
    {
        if (protector.OpenInTime<Asked>(Add, question) is not { } asked || string.IsNullOrEmpty(credential)
            || (await passkeys.GetPasskeysAsync(account, ct)).Count >= MostPerAccount)
        {
            return false;
        }

        var result = await TryAsync(() => handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = context, CredentialJson = credential, AttestationState = asked.State }));
        if (result is not { Succeeded: true, Passkey.IsUserVerified: true }
            || result.UserEntity.Id != account.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)
            || await passkeys.FindByPasskeyIdAsync(result.Passkey.CredentialId, ct) is not null)
        {
            return false;
        }

        result.Passkey.Name = name;
        await passkeys.AddOrUpdatePasskeyAsync(account, result.Passkey, ct);
        return true;
    }

    /// <summary>What the account has, the oldest first.</summary>
    public async Task<IReadOnlyList<UserPasskeyInfo>> OfAsync(StaffAccount account, CancellationToken ct) =>
        [.. (await passkeys.GetPasskeysAsync(account, ct)).OrderBy(p => p.CreatedAt)];

    /// <summary>Takes it away, with the caller's save; null when the account has none of that name in addresses.</summary>
    public async Task<UserPasskeyInfo?> RemoveAsync(StaffAccount account, string id, CancellationToken ct)
    {
        var passkey = (await passkeys.GetPasskeysAsync(account, ct)).SingleOrDefault(p => IdOf(p) == id);
        if (passkey is not null)
        {
            await passkeys.RemovePasskeyAsync(account, passkey.CredentialId, ct);
        }

        return passkey;
    }

    /// <summary>Takes all of the account away, with the caller's save.</summary>
    public async Task RemoveAllAsync(StaffAccount account, CancellationToken ct)
    {
        foreach (var passkey in await passkeys.GetPasskeysAsync(account, ct))
        {
            await passkeys.RemovePasskeyAsync(account, passkey.CredentialId, ct);
        }
    }

    /// <summary>A passkey's name in addresses.</summary>
    public static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    private string Protect(string purpose, string? state) => protector.Protect(purpose, new Asked(state ?? "", time.GetUtcNow().UtcTicks), Lasts);

    // What a browser sends may be anything: a JSON of another shape is no passkey.
    private static async Task<T?> TryAsync<T>(Func<Task<T>> answer)
        where T : class
    {
        try
        {
            return await answer();
        }
        catch (Exception foreign) when (foreign is PasskeyException or JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private async Task<bool> IsFirstAnswerAsync(int accountId, Asked asked, CancellationToken ct)
    {
        var tokens = db.Set<IdentityUserToken<int>>();
        var value = asked.Ticks.ToString("D19", System.Globalization.CultureInfo.InvariantCulture);
        var row = await tokens.AsNoTracking().SingleOrDefaultAsync(t => t.UserId == accountId && t.LoginProvider == Keeper && t.Name == LastAnswer, ct);
        if (row is null)
        {
            // Of two first answers at once, the second breaks on the key of the row.
            var first = db.Add(new IdentityUserToken<int> { UserId = accountId, LoginProvider = Keeper, Name = LastAnswer, Value = value });
            try
            {
                await db.SaveChangesAsync(ct);
                return true;
            }
            catch (DbUpdateException lost) when (UniqueViolation.Is(lost))
            {
                first.State = EntityState.Detached;
                return false;
            }
        }

        return string.CompareOrdinal(row.Value, value) < 0 && await db.WriteAsync(
            token => tokens.Where(t => t.UserId == accountId && t.LoginProvider == Keeper && t.Name == LastAnswer && t.Value == row.Value)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.Value, value), token),
            ct) == 1;
    }

    private sealed record Asked(string State, long Ticks);
}
