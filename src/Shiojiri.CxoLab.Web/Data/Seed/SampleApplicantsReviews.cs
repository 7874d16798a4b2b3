using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Reviews;

namespace Shiojiri.CxoLab.Web.Data.Seed;

/// <summary>What made-up colleagues think and note down about made-up applicants.</summary>
internal static class SampleApplicantsReviews
{
    private static readonly string[] TagNames = ["要連絡", "面談済み", "二拠点希望", "友人どうし"];

    private static readonly string[] Notes =
    [
        "見本のメモ：電話で日程を確かめました。現地日程は両方参加できるとのこと。",
        "見本のメモ：動機が具体的。チーム分けのときに相談。",
        "見本のメモ：振込名義が家族の名前になるそうです。",
    ];

    private static readonly string?[] Comments = ["見本のコメント：動機が具体的です。", null, "見本のコメント：経験は十分。続けられるかを確かめたいです。"];

    public static IReadOnlyList<ReviewCriterion> Criteria(int cohortId) =>
    [
        new(cohortId, 1, "地域への関心", "塩尻の課題を自分の言葉で書いているか", 3),
        new(cohortId, 2, "活かせる経験", "チームに足りない力を持っているか", 2),
        new(cohortId, 3, "続けられる見通し", "日程と働き方に無理がないか", 1),
    ];

    public static IReadOnlyList<Tag> Tags(int cohortId) => [.. TagNames.Select(name => new Tag(cohortId, name))];

    /// <summary>Up to three reviews of an application; the further it has come, the more.</summary>
    public static IEnumerable<Review> Of(SamplePerson person, Application application, SampleApplicants samples, IReadOnlyCollection<ReviewCriterion> criteria)
    {
        var many = person.Fate switch { 'R' or 'X' => 0, 'U' => person.Number % 4, _ => 3 };
        foreach (var (reviewer, turn) in samples.Staff.Reviewers.Take(many).Select((r, i) => (r, i)))
        {
            var at = samples.Later(application, 0.36 + 0.02 * turn);
            var review = new Review(application.Id, reviewer.Actor, at);
            var scores = criteria.Select((c, i) => (c.Id, Score: Score(person, turn, i))).ToDictionary(s => s.Id, s => s.Score);
            review.Write(scores, criteria, Comments[(person.Number + turn) % Comments.Length], at);
            yield return review;
        }
    }

    public static IEnumerable<object> NotesAndTags(SamplePerson person, Application application, SampleApplicants samples, IReadOnlyList<Tag> tags)
    {
        if (person.Number % 4 == 1)
        {
            yield return new ApplicationNote(
                RandomToken.Draw(), application.Id, Notes[person.Number % Notes.Length], samples.Staff.Reviewer(person.Number).Actor, samples.Later(application, 0.5));
        }

        for (var i = 0; i < tags.Count; i++)
        {
            if ((person.Number + i) % (5 + i) == 0)
            {
                yield return new ApplicationTag(application.Id, tags[i].Id);
            }
        }
    }

    /// <summary>Decisions laid ready for the first few that everybody has looked at.</summary>
    public static IEnumerable<PreparedDecision> Prepared(IEnumerable<Application> applications, SampleApplicants samples)
    {
        ApplicationStatus[] plan = [ApplicationStatus.Accepted, ApplicationStatus.Accepted, ApplicationStatus.Waitlisted, ApplicationStatus.Declined];
        return applications.Where(a => a.Status == ApplicationStatus.UnderReview)
            .Zip(plan, (application, to) => new PreparedDecision(application, to, samples.Staff.Reviewer(0).Actor, samples.NowUtc));
    }

    // Those who are accepted did better; now and then somebody abstains.
    private static int? Score(SamplePerson person, int turn, int criterion)
    {
        var dice = (person.Number * 5 + turn * 3 + criterion * 7) % 11;
        return dice == 10 ? null : Math.Clamp(dice % 3 + (person.Fate is 'A' ? 3 : person.Fate is 'D' ? 1 : 2), Review.Lowest, Review.Highest);
    }
}
