namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// One sign-in of a staff member on one device (サインインの記録). The cookie names it; a session that has ended here is over wherever
/// the cookie was copied to.
/// </summary>
internal sealed class StaffSession
{
    public int Id { get; set; }

    /// <summary>SHA-256 of the secret in the cookie, so that nobody can sign in with what stands in the database.</summary>
    public string KeyHash { get; set; } = "";

    public int AccountId { get; set; }

    /// <summary>The account's security stamp at sign-in: a change of password, role or second factor makes another one.</summary>
    public string Stamp { get; set; } = "";

    public DateTime StartedUtc { get; set; }

    /// <summary>When the person last proved who they are: sign-in or a later confirmation.</summary>
    public DateTime ConfirmedUtc { get; set; }

    public DateTime LastSeenUtc { get; set; }

    public DateTime? EndedUtc { get; set; }

    /// <summary>The browser in its own words, cut short, so that people recognise their devices.</summary>
    public string Device { get; set; } = "";
}
