using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>Applications that are there already, taken in by the rule but without the walk through the form.</summary>
internal static class StoredApplicants
{
    /// <summary>The number of a new application of the current cohort, moved along the given states.</summary>
    public static async Task<string> ApplicantAsync(this Site site, string name = "塩尻 太郎", string? email = null, params ApplicationStatus[] moves) =>
        (await site.ApplicantsAsync(1, _ => name, _ => email ?? $"{Guid.NewGuid():N}@example.jp", moves)).Single();

    public static Task<string[]> ApplicantsAsync(this Site site, int count, params ApplicationStatus[] moves) =>
        site.ApplicantsAsync(count, i => $"申込 {i}号", i => $"a{i}@example.jp", moves);

    public static Task<Application> ApplicationAsync(this Site site, string number) => site.InDatabaseAsync(db => db.Applications.AsNoTracking()
        .Include(a => a.Ledger).Include(a => a.StatusChanges).AsSplitQuery().SingleAsync(a => a.Number == number));

    private static Task<string[]> ApplicantsAsync(this Site site, int count, Func<int, string> name, Func<int, string> email, ApplicationStatus[] moves) => site.InDatabaseAsync(async db =>
    {
        var now = site.Clock.GetUtcNow().UtcDateTime;
        var cohort = await db.Cohorts.Include(c => c.Sessions).Include(c => c.InterestAreas).OrderByDescending(c => c.Ordinal).FirstAsync();
        var numbers = new List<string>();
        for (var i = 1; i <= count; i++)
        {
            var applicant = new Applicant(
                RandomToken.Draw(), name(i), "シオジリ タロウ", email(i), "09012345678", "東京都", null,
                cohort.OnSiteSessions.ToDictionary(s => s.Id, _ => AttendanceAnswer.Yes), [], "塩尻の漆器に惹かれました。", null, null, null);
            var application = ((Reception.Accepted)cohort.Receive(applicant, now, now, 7)).Application;
            foreach (var to in moves)
            {
                application.MoveTo(to, new Actor(null, "事務局"), now);
            }

            db.Add(application);
            numbers.Add(application.Number);
        }

        await db.SaveChangesAsync();
        return numbers.ToArray();
    });
}
