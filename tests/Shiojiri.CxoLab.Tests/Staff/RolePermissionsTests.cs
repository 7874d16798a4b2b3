using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Tests.Staff;

public sealed class DutiesTests
{
    [Theory]
    [InlineData(Role.Viewer, "Read")]
    [InlineData(Role.Reviewer, "Read Annotate Correct EnterApplications Review Decide AskForFee SendMail Export")]
    [InlineData(Role.Treasurer, "Read Annotate RecordMoney AskForFee Export")]
    [InlineData(Role.Editor, "EditContent")]
    [InlineData(Role.Administrator, "Read Annotate Correct EnterApplications Review Decide RecordMoney AskForFee SendMail Export Configure EditContent ReadAudit ManageStaff ErasePeople")]
    public void Each_role_may_do_exactly_this(Role role, string duties) =>
        Assert.Equal(duties, string.Join(' ', Enum.GetValues<Permission>().Where(duty => role.May(duty))));
}
