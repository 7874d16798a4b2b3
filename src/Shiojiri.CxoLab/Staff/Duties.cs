using static Shiojiri.CxoLab.Staff.Duty;

namespace Shiojiri.CxoLab.Staff;

/// <summary>The one table of who may do what (役割と権限の表). Policies, menus and tests come from it.</summary>
public static class Duties
{
    private static readonly Dictionary<Role, HashSet<Duty>> Table = new()
    {
        [Role.Viewer] = [Read],
        [Role.Reviewer] = [Read, Annotate, Correct, EnterApplications, Review, Decide, SendMail, Export],
        [Role.Treasurer] = [Read, Annotate, RecordMoney, Export],
        [Role.Administrator] = [.. Enum.GetValues<Duty>()],
    };

    public static bool May(this Role role, Duty duty) => Table[role].Contains(duty);
}
