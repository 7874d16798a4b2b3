using static Shiojiri.CxoLab.Staff.Permission;

namespace Shiojiri.CxoLab.Staff;

/// <summary>The one table of who may do what (役割と権限の表). Policies, menus and tests come from it.</summary>
public static class RolePermissions
{
    private static readonly Dictionary<Role, HashSet<Permission>> Table = new()
    {
        [Role.Viewer] = [Read],
        [Role.Reviewer] = [Read, Annotate, Correct, EnterApplications, Review, Decide, SendMail, Export],
        [Role.Treasurer] = [Read, Annotate, RecordMoney, Export],
        [Role.Editor] = [EditContent],
        [Role.Administrator] = [.. Enum.GetValues<Permission>()],
    };

    public static bool May(this Role role, Permission duty) => Table[role].Contains(duty);
}
