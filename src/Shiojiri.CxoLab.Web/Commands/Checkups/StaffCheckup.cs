using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Commands.Checkups;

internal sealed class StaffCheckup(CxoLabDb db) : ICheckup
{
    public static string Subject => "staff";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var count = await db.StaffAccounts.CountAsync(a => a.Role == Role.Administrator && a.DisabledUtc == null && a.PasswordHash != null, ct);
        yield return count switch
        {
            0 => Finding.Warn("There is no administrator: take the link in the log of the next start, or staff add … --role administrator."),
            1 => Finding.Ok("There is one administrator; a second one opens the door when the first has lost the phone."),
            _ => Finding.Ok($"There are {count} administrators."),
        };
    }
}
