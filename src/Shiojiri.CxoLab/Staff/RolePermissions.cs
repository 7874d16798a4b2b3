using static Shiojiri.CxoLab.Staff.Permission;

namespace Shiojiri.CxoLab.Staff;

/// <summary>The one table of who may do what (役割と権限の表). Policies, menus and tests come from it.</summary>
public static class RolePermissions
{
    private static readonly Dictionary<Role, HashSet<Permission>> Table = new()
    {
        [Role.Viewer] = [Read],
        [Role.Reviewer] = [Read, Annotate, Correct, EnterApplications, Review, Decide, AskForFee, SendMail, Export],
        [Role.Treasurer] = [Read, Annotate, RecordMoney, AskForFee, Export],
        [Role.Editor] = [EditContent],
        [Role.Administrator] = [.. Enum.GetValues<Permission>()],
    };

    /// <summary>
    /// Whether others' scores stay hidden until one's own is in: so for whoever is here to score. 管理 sees all of them, and each look is in the
    /// access log.
    /// </summary>
    public static bool ScoresBlind(this Role role) => role.May(Review) && role != Role.Administrator;

    public static bool May(this Role role, Permission duty) => Table[role].Contains(duty);
}
