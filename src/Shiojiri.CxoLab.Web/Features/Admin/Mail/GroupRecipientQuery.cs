using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Mail;

/// <summary>Finds whom a mail to a filtered list goes to: each address once, and nobody who has stepped back unless just they are meant.</summary>
internal sealed class GroupRecipientQuery(ApplicantSearch search, StaffScope scope)
{
    // More than may be written to at once, so that a number above it is seen as too many.
    private const int MostLookedAt = GroupMail.MostAddresses * 5;

    /// <summary>Null when there is no such cohort for this person.</summary>
    public async Task<Recipients?> FindAsync(ApplicantFilter filter, CancellationToken ct)
    {
        if (await scope.CohortAsync(filter.Cohort, ct) is not { } cohort)
        {
            return null;
        }

        var withdrawnToo = filter.StatusAsked == ApplicationStatus.Withdrawn;
        var meant = await search.Find(filter, cohort).AsNoTracking()
            .Where(a => a.ErasedUtc == null && (withdrawnToo || a.Status != ApplicationStatus.Withdrawn))
            .OrderByDescending(a => a.ReceivedUtc).ThenByDescending(a => a.Id)
            .Take(MostLookedAt)
            .Select(a => new { a.Id, a.Number, a.Name, a.Email })
            .ToListAsync(ct);
        var reached = meant.Where(a => a.Email is not null).Select(a => new Recipient(a.Id, a.Number, a.Name, a.Email!)).ToList();
        return new Recipients(cohort, meant.Count, meant.Count - reached.Count, [.. GroupMail.OnePerAddress(reached, a => a.Email)]);
    }
}
