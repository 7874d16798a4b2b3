using Shiojiri.CxoLab.Briefings;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>The next cohort, which staff prepare and visitors don't know of yet.</summary>
internal static class Fourth
{
    /// <summary>Words of it that stand nowhere else.</summary>
    public static readonly string[] Secrets = ["第四期", "秘密の研修", "秘密の段階", "秘密の説明会", "秘密の副題", "秘密の分野", "99,000", "2024年", "secret-session", "secret-briefing"];

    /// <summary>With dates, briefing and areas of its own; not published.</summary>
    public static Task<int> FourthAsync(this Site site, DateTime? publishedUtc = null) => site.InDatabaseAsync(async db =>
    {
        var cohort = new Cohort(
            4, "第四期", new(2023, 7, 19), new(2024, 1, 30), new Yen(99_000), new RecruitmentPeriod(null, new(2023, 7, 29)),
            [new("secret-session", 1, "秘密の段階", "秘密の研修", SessionKind.Session, Place.OnSite, new(2023, 7, 29), new(2023, 7, 29), new(11, 0), new(17, 0))],
            [new InterestArea(1, "秘密の分野")]);
        if (publishedUtc is { } from)
        {
            cohort.Publish(from);
        }

        db.Add(cohort);
        db.Add(new Briefing("secret-briefing", "秘密の説明会", "秘密の副題", new(2023, 6, 16), new(20, 30), new(21, 30), "https://example.jp/secret-briefing").For(cohort));
        await db.SaveChangesAsync();
        return cohort.Id;
    });
}
