namespace Shiojiri.CxoLab.Staff;

/// <summary>What a staff member is here for (役割). What each may do stands in <see cref="RolePermissions"/>.</summary>
public enum Role
{
    /// <summary>閲覧</summary>
    Viewer,

    /// <summary>審査</summary>
    Reviewer,

    /// <summary>会計</summary>
    Treasurer,

    /// <summary>編集: the site's texts, and no applicants.</summary>
    Editor,

    /// <summary>管理</summary>
    Administrator,
}

public static class RoleLabel
{
    /// <summary>閲覧, 審査 …</summary>
    public static string Label(this Role role) => role switch
    {
        Role.Viewer => "閲覧",
        Role.Reviewer => "審査",
        Role.Treasurer => "会計",
        Role.Editor => "編集",
        Role.Administrator => "管理",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
