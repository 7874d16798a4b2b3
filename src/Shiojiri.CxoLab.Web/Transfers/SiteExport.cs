using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Briefings;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Transfers;

/// <summary>Makes the document of a site. Nobody who applied, wrote, signed up or works at the desk is in it.</summary>
internal sealed class SiteExport(CxoLabDb db, CurrentSettings settings, ProgrammeClock clock)
{
    public const int MostCohorts = 200;
    private const int MostRows = 5_000;

    public async Task<SiteDocument> MakeAsync(CancellationToken ct)
    {
        var cohorts = await db.Cohorts.AsNoTracking().AsSplitQuery().Include(c => c.Sessions).Include(c => c.InterestAreas)
            .OrderBy(c => c.Ordinal).Take(MostCohorts).ToListAsync(ct);
        var briefings = await db.Briefings.AsNoTracking().OrderBy(b => b.HeldOn).ThenBy(b => b.Slug).Take(MostRows).ToListAsync(ct);
        var criteria = await db.ReviewCriteria.AsNoTracking().OrderBy(c => c.Position).Take(MostRows).ToListAsync(ct);
        var themes = await db.Themes.AsNoTracking().OrderBy(t => t.Position).ThenBy(t => t.Id).Take(MostRows).ToListAsync(ct);
        var questions = await db.FormQuestions.AsNoTracking().Where(q => q.RemovedUtc == null).Include(q => q.Revisions)
            .OrderBy(q => q.Position).ThenBy(q => q.Id).Take(MostRows).ToListAsync(ct);
        var texts = await db.MailTemplates.AsNoTracking().OrderBy(t => t.Id).Take(MostRows).ToListAsync(ct);
        return new SiteDocument
        {
            Format = SiteDocument.CurrentFormat,
            Settings = Enum.GetValues<SettingSection>().ToDictionary(s => s, s => (JsonObject)JsonNode.Parse(settings.TextOf(null, s))!),
            Cohorts =
            [
                .. cohorts.Select(c => Of(c) with
                {
                    Settings = OwnSettings(c),
                    Briefings = [.. briefings.Where(b => b.CohortId == c.Id).Select(Of)],
                    Themes = [.. themes.Where(t => t.CohortId == c.Id).Select(Of)],
                    Questions = [.. questions.Where(q => q.CohortId == c.Id).Select(Of)],
                    Criteria = [.. criteria.Where(x => x.CohortId == c.Id).Select(Of)],
                    MailTexts = [.. texts.Where(t => t.CohortId == c.Id).Select(Of).OrderBy(t => t.Kind)],
                }),
            ],
            Content = await ContentAsync(ct),
            Pictures = await db.Pictures.AsNoTracking().Where(p => p.State == PictureState.Ready).OrderBy(p => p.Id).Take(MostRows)
                .Select(p => new PictureDocument(p.Key, new PictureDetails(p.Description, p.Credit, p.ShowsCredit, p.Permission, p.PermissionNote), p.Width, p.Height))
                .ToListAsync(ct),
        };
    }

    public static CohortDocument Of(Cohort cohort) => new()
    {
        Ordinal = cohort.Ordinal,
        About = AboutOf(cohort),
        Recruitment = cohort.Recruitment,
        Places = PlacesOf(cohort),
        Admission = cohort.Admission,
        PublishedUtc = cohort.PublishedUtc,
        InterestAreas = [.. cohort.InterestAreas.OrderBy(a => a.Position).Select(a => a.Name)],
        Sessions = [.. cohort.Sessions.OrderBy(s => s.StartsOn).ThenBy(s => s.StartsAt).ThenBy(s => s.Slug, StringComparer.Ordinal).Select(Of)],
    };

    public static AboutDocument AboutOf(Cohort cohort) => new(cohort.Name, cohort.TermStartsOn, cohort.TermEndsOn, cohort.Fee.Amount);

    public static PlacesDocument PlacesOf(Cohort cohort) => new(cohort.Capacity, cohort.CapacityIsAbout);

    public static SessionDocument Of(CurriculumSession session) =>
        new(session.Slug, session.ToContents(), session.ToDays(), session.CancelledUtc, session.MovedFrom, session.Sequence);

    public static BriefingDocument Of(Briefing briefing) => new(
        briefing.Slug, briefing.Title, briefing.Subtitle, briefing.HeldOn, briefing.StartsAt, briefing.EndsAt, briefing.SignUpUrl,
        briefing.CancelledUtc, briefing.Sequence);

    public static ThemeDocument Of(Theme theme) => new(theme.Key, theme.Position, theme.ToContents(), theme.IsPublic);

    public static QuestionDocument Of(FormQuestion question) =>
        new(question.Key, question.Position, question.Revisions.Single(r => r.Number == question.Number).Read(), question.PublishedUtc is not null);

    public static CriterionDocument Of(ReviewCriterion criterion) =>
        new(criterion.Key, criterion.Position, criterion.Name, criterion.Weight, criterion.Description);

    public static MailTextDocument Of(MailTemplate template) =>
        new(template.Kind, template.Text.Subject, template.Text.Title, template.Text.Body);

    private Dictionary<SettingSection, JsonObject> OwnSettings(Cohort cohort) => Enum.GetValues<SettingSection>()
        .Where(s => settings.Newest(cohort.Id, s) is { IsGivenUp: false })
        .ToDictionary(s => s, s => (JsonObject)JsonNode.Parse(settings.Newest(cohort.Id, s)!.Json)!);

    private async Task<IReadOnlyList<PieceDocument>> ContentAsync(CancellationToken ct)
    {
        var items = await db.ContentItems.AsNoTracking().Include(i => i.Revisions).OrderBy(i => i.Id).Take(MostRows).ToListAsync(ct);
        var untouched = BuiltInContent.All.Where(b => items.All(i => i.Key != b.Key)).Select(b => new ContentItem(b.Key, b.Kind, b.Position));
        return
        [
            .. items.Concat(untouched).Select(Of).OrderBy(p => p.Kind).ThenBy(p => p.Position).ThenBy(p => p.Key, StringComparer.Ordinal),
        ];
    }

    private PieceDocument Of(ContentItem item) => new()
    {
        Key = item.Key,
        Kind = item.Kind,
        Position = item.Position,

        // What is built in is written out too: whoever makes a programme of their own sees everything there is to write.
        Revisions = item.Revisions.Count == 0
            ? [new RevisionDocument(BuiltInContent.Find(item.Key)!.Fields, DateTime.UnixEpoch)]
            : [.. WorthCarrying(item).Select(r => new RevisionDocument(r.Read(), r.PublishUtc, r.TakeDownUtc))],
    };

    private IEnumerable<ContentRevision> WorthCarrying(ContentItem item)
    {
        var now = clock.UtcNow;
        var last = item.Revisions.LastPublishedAt(now);
        var newest = item.Revisions.MaxBy(r => r.Number);
        return item.Revisions.Where(r => r == last || r == newest || r.IsScheduledAt(now)).OrderBy(r => r.Number);
    }
}
