using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Projects;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Shared.StructuredData;

/// <summary>
/// Gathers the data for search engines that goes with a page's words, from what the page itself is made of; the head of the page holds it. It says
/// nothing that the page does not show.
/// </summary>
internal sealed class StructuredDataBuilder(IOptions<SiteSettings> site, ProgrammeValues programme, PictureCatalogue pictures)
{
    private readonly List<Thing> _things = [];

    private OrganizationData Itself => new() { Id = Address("/#organization"), Name = programme.Title, Url = Address("/") };

    /// <summary>Host and partners, as the footer names them; the programme itself where nobody is named.</summary>
    private IReadOnlyList<OrganizationData> Runners =>
        programme.Host is null && programme.PartnerList.Count == 0
            ? [Itself]
            : [
                .. programme.Host is { } host ? new[] { new OrganizationData { Name = host } } : [],
                .. programme.PartnerList.Select(p => new OrganizationData { Name = p.Name, Url = p.Url }),
            ];

    public IHtmlContent Script => JsonLd.Script(_things);

    public void Home() => _things.AddRange(
    [
        Itself with { Description = programme.Outline, Logo = Logo },
        new WebSiteData { Id = Address("/#website"), Name = programme.Title, Url = Address("/"), Publisher = Itself },
    ]);

    /// <param name="crumbs">The last one is the page itself.</param>
    /// <param name="page">Its path.</param>
    public void Breadcrumbs(IReadOnlyList<Crumb> crumbs, string page) => _things.Add(new BreadcrumbListData(
    [
        .. crumbs.Take(crumbs.Count - 1).Prepend(new("/", "ホーム")).Append(new(page, crumbs[^1].Label))
            .Select((crumb, i) => new ListItemData(i + 1, Address(crumb.Url)) { Name = crumb.Label }),
    ]));

    public void Briefings(IEnumerable<BriefingCard> cards) => _things.AddRange(cards.Select(Events("/briefings").Of));

    public void Sessions(Cohort cohort) => _things.AddRange(cohort.Sessions.Select(Events("/schedule").Of).OfType<EventData>());

    public void Recruitment(Cohort cohort, RecruitmentStatus status)
    {
        var offer = new OfferData(cohort.Fee.Amount.ToString(CultureInfo.InvariantCulture)) { Url = Address("/recruit") };
        if (status.IsOpen)
        {
            offer = offer with { Url = Address("/apply"), Availability = cohort.HasPlaceForNew ? Availability.InStock : null, AvailabilityEnds = $"{Day(cohort.ClosesOn)}T23:59+09:00" };
        }

        _things.Add(new ProgramData(
            Day(cohort.TermStartsOn), Day(cohort.TermEndsOn), Day(cohort.ClosesOn), $"P{new CohortFacts(cohort).TermMonths}M", offer, Runners)
        {
            Name = $"{programme.Title} {cohort.Name}",
            Url = Address("/recruit"),
        });
    }

    public void Questions(IReadOnlyList<FaqEntry> entries)
    {
        if (entries.Count > 0)
        {
            _things.Add(new FaqPageData([.. entries.Select(e => new QuestionData(new AnswerData(PlainText.Of(e))) { Name = e.Question })]) { Url = Address("/faq") });
        }
    }

    public void Project(PastProject project) => _things.Add(
        new ProjectData(string.Create(CultureInfo.InvariantCulture, $"{project.FiscalYear:0000}-04-01/{project.FiscalYear + 1:0000}-03-31"))
        {
            Name = project.PlainTitle,
            Url = Address($"/projects/{project.Slug}"),
            Description = project.Summary,
            Image = pictures.Find(project.Picture) is { } picture ? Largest(picture) : null,
            ContentLocation = project.Place is { } place ? new PlaceData { Name = place } : null,
            SubjectOf = project.ArticleUrl is { } article ? new ArticleData { Url = article } : null,
        });

    /// <param name="day">As it stands over the piece; null when none does.</param>
    public void News(string key, string title, DateOnly? day) => _things.Add(
        new NewsArticleData(title, Itself) { Url = Address($"/news/{key}"), DatePublished = day is { } on ? Day(on) : null });

    private string Logo => pictures.Find(programme.Logo) is { } logo ? Largest(logo) : Address("/img/apple-touch-icon.png");

    private EventDataBuilder Events(string path) => new(Address(path), programme.Place, Runners);

    private string Largest(ShownPicture picture) => Address(picture.Address(picture.Widths[^1], PictureFile.WebP));

    private string Address(string path) => site.Value.BaseUrl + path;

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
