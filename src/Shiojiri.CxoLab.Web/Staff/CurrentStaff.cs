using System.Globalization;
using System.Security.Claims;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>
/// The staff member who makes this request, as the database knew them a moment ago: the cookie only names a session, and
/// <see cref="StaffSessions"/> reads the rest anew for each request.
/// </summary>
internal sealed class CurrentStaff(IHttpContextAccessor http)
{
    public const string SessionClaim = "session";

    private const string NameClaim = "name";
    private const string RoleClaim = "role";
    private const string CohortClaim = "cohort";
    private const string SecondFactorClaim = "second-factor";
    private const string ConfirmedClaim = "confirmed";

    public ClaimsPrincipal Principal => http.HttpContext?.User ?? throw new InvalidOperationException("There is no request.");

    public bool IsSignedIn => Principal.Identity?.IsAuthenticated == true;

    public int AccountId => int.Parse(Value(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture);

    public string Name => Value(NameClaim);

    public Actor Actor => new(AccountId, Name);

    public Role Role => RoleOf(Principal) ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>See <see cref="RolePermissions.ScoresBlind"/>.</summary>
    public bool ScoresBlind => Role.ScoresBlind();

    /// <summary>The one cohort this person may see, or null for all.</summary>
    public int? CohortId => Principal.FindFirstValue(CohortClaim) is { } id ? int.Parse(id, CultureInfo.InvariantCulture) : null;

    /// <summary>When the person last proved who they are, real time, UTC.</summary>
    public DateTime ConfirmedUtc => new(long.Parse(Value(ConfirmedClaim), CultureInfo.InvariantCulture), DateTimeKind.Utc);

    public bool May(Permission duty) => RoleOf(Principal)?.May(duty) == true;

    public static Role? RoleOf(ClaimsPrincipal principal) =>
        principal.FindFirstValue(RoleClaim) is { } role ? Enum.Parse<Role>(role) : null;

    public static bool HasSecondFactor(ClaimsPrincipal principal) => principal.HasClaim(SecondFactorClaim, "set");

    public static ClaimsIdentity IdentityOf(StaffAccount account, string sessionKey, DateTime confirmedUtc, string scheme)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, account.Id.ToString(CultureInfo.InvariantCulture)),
            new(SessionClaim, sessionKey),
            new(NameClaim, account.DisplayName),
            new(RoleClaim, account.Role.ToString()),
            new(ConfirmedClaim, confirmedUtc.Ticks.ToString(CultureInfo.InvariantCulture)),
        ];
        if (account.IsSecondFactorSet)
        {
            claims.Add(new(SecondFactorClaim, "set"));
        }

        if (account.Role != Role.Administrator && account.CohortId is { } cohort)
        {
            claims.Add(new(CohortClaim, cohort.ToString(CultureInfo.InvariantCulture)));
        }

        return new ClaimsIdentity(claims, scheme, NameClaim, RoleClaim);
    }

    private string Value(string claim) => Principal.FindFirstValue(claim) ?? throw new InvalidOperationException("Nobody is signed in.");
}
