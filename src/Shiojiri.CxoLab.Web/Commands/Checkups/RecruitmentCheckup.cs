using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Commands.Checkups;

/// <summary>What keeps recruitment shut, and mails that wait.</summary>
internal sealed class RecruitmentCheckup(CxoLabDb db, SiteSnapshot snapshot, CurrentCohort current, RecruitmentClearance clearance, TimeProvider time) : ICheckup
{
    public static string Subject => "recruiting";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await snapshot.RefreshAsync(ct);
        yield return await current.FindAsync(ct) is { } cohort ? Look(cohort) : Finding.Warn("No cohort is public: staff publish one at /admin/cohorts.");

        var late = time.GetUtcNow().UtcDateTime - UnsentMailAlert.Patience;
        var waiting = await db.OutgoingMails.CountAsync(m => m.State == MailState.Queued && (m.Attempts == 0 ? m.NextAttemptUtc : m.QueuedUtc) < late, ct);
        yield return waiting == 0
            ? Finding.Ok("No mail has waited for more than ten minutes.")
            : Finding.Warn($"{waiting} mails have waited for more than ten minutes: does the site run? /admin/mail shows what the mail server said.");
    }

    private Finding Look(Cohort cohort)
    {
        var gaps = clearance.Of(cohort).Where(r => r.IsLegal && !r.IsReady).ToList();
        var text = $"第{cohort.Ordinal}期 lacks what must be told before people may apply ({string.Join('、', gaps.Select(g => g.Item.Label()))}): fill it in at /admin/settings.";
        return gaps.Count == 0 ? Finding.Ok($"第{cohort.Ordinal}期 has everything that must be told before people may apply.")
            : clearance.HeldSoon([cohort]).Count > 0 ? Finding.Fail($"Recruitment is kept shut: {text}")
            : Finding.Warn(text);
    }
}
