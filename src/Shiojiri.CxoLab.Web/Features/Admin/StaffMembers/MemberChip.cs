using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.StaffMembers;

internal static class MemberChip
{
    public static Chip Of(MemberState state) => state switch
    {
        MemberState.Active => new("done", Icon.Check, "利用中"),
        MemberState.Invited => new("wait", Icon.Clock, "招待中"),
        MemberState.InvitationOver => new("late", Icon.Warning, "招待の期限切れ"),
        MemberState.Locked => new("hold", Icon.Pause, "ロック中"),
        MemberState.Disabled => new("off", Icon.Minus, "停止中"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
