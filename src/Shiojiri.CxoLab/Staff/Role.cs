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

    /// <summary>管理</summary>
    Administrator,
}
