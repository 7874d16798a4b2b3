using Microsoft.AspNetCore.Identity;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>The account of a staff member (職員のアカウント). The user name is the e-mail address.</summary>
internal sealed class StaffAccount : IdentityUser<int>
{
    public const int MaxEmail = 254;

    /// <summary>More administrators than that are told of nothing.</summary>
    public const int MostTold = 50;

    public string DisplayName { get; set; } = "";

    public Role Role { get; set; }

    /// <summary>The one cohort the account may see, or null for all. Administrators see all.</summary>
    public int? CohortId { get; set; }

    public DateTime CreatedUtc { get; set; }

    /// <summary>When the account was closed; null while it may be used.</summary>
    public DateTime? DisabledUtc { get; set; }

    /// <summary>How often in a row it has been locked out: each time lasts longer.</summary>
    public int Lockouts { get; set; }

    /// <summary>The time step of the last authenticator code that was taken: no code works twice (RFC 6238 5.2).</summary>
    public long LastCodeStep { get; set; }

    public bool IsSecondFactorSet => TwoFactorEnabled;

    public Actor Actor => new(Id, DisplayName);
}
