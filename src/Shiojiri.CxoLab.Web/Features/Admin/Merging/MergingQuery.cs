using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Merging;

/// <summary>Reads two applications side by side, the one that came first at the left.</summary>
internal sealed class MergingQuery(CxoLabDb db, StaffScope scope, ProgrammeClock clock)
{
    /// <summary>Null when one of them is not there for this person, or they are of two cohorts.</summary>
    public async Task<MergingPage?> FindAsync(string number, string? with, string? main, IReadOnlyList<FieldError> errors, CancellationToken ct)
    {
        var found = await scope.People.AsNoTracking()
            .Where(a => a.Number == number || a.Number == with)
            .OrderBy(a => a.ReceivedUtc)
            .ThenBy(a => a.Id)
            .Select(a => new
            {
                Application = a,
                Mails = db.OutgoingMails.Count(m => m.ApplicationId == a.Id && m.State == MailState.Queued),
                Prepared = db.PreparedDecisions.Where(d => d.ApplicationId == a.Id).Select(d => (ApplicationStatus?)d.To).FirstOrDefault(),
                HoldsOthers = a.Merged.Any(),
            })
            .ToListAsync(ct);
        return found is not [var one, var other] || one.Application.CohortId != other.Application.CohortId ? null : new MergingPage(
            number,
            [
                new MergingSide(one.Application, one.Application.FeeStatusOn(clock.Today), one.Mails, one.Prepared, other.Application.RefusalToMerge(one.Application, other.HoldsOthers)),
                new MergingSide(other.Application, other.Application.FeeStatusOn(clock.Today), other.Mails, other.Prepared, one.Application.RefusalToMerge(other.Application, one.HoldsOthers)),
            ],
            main,
            errors);
    }
}
