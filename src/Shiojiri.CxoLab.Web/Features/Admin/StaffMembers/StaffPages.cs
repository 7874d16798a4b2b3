using System.Globalization;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.StaffMembers;

internal sealed class InviteForm
{
    public string? Email { get; set; }

    public string? Name { get; set; }

    public string? Role { get; set; }

    public string? Cohort { get; set; }
}

internal sealed class RoleForm
{
    public string? Role { get; set; }

    public string? Cohort { get; set; }

    public string? Version { get; set; }
}

internal enum MemberState
{
    /// <summary>利用中</summary>
    Active,

    /// <summary>招待中</summary>
    Invited,

    /// <summary>招待の期限切れ</summary>
    InvitationOver,

    /// <summary>ロック中</summary>
    Locked,

    /// <summary>停止中</summary>
    Disabled,
}

internal sealed record Member(
    int Id, string Name, string Email, Role Role, int? CohortId, string? Cohort, bool HasSecondFactor, DateTime? LastSeenUtc, MemberState State, string Version);

internal sealed record MemberList(IReadOnlyList<Member> Members);

internal sealed record InvitePage(InviteForm Form, IReadOnlyList<Choice> Cohorts, IReadOnlyList<FieldError> Errors);

internal sealed record MemberPage(Member Member, IReadOnlyList<Choice> Cohorts, bool IsOneself, string? Fault);

internal static class MemberChoices
{
    public const string All = "all";

    public static readonly IReadOnlyList<Choice> Roles = [.. Enum.GetValues<Role>().Select(r => new Choice(r.ToString(), r.Label()))];

    public static Role? RoleOf(string? word) => Roles.Any(r => r.Value == word) ? Enum.Parse<Role>(word!) : null;

    /// <summary>Whether the word means a cohort of the list, and which; null for all.</summary>
    public static bool TryCohort(string? word, IReadOnlyList<Choice> cohorts, out int? id)
    {
        id = null;
        if (!cohorts.Any(c => c.Value == word))
        {
            return false;
        }

        id = word == All ? null : int.Parse(word!, CultureInfo.InvariantCulture);
        return true;
    }
}
