using System.Net;
using AngleSharp.Html.Parser;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Features.Admin.Content;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features;

/// <summary>
/// Every page is written as HTML has it: a parser that mends nothing finds no fault, no id stands twice, nothing refers to what is not there and what
/// the Nu HTML checker once found does not come back. By hand that checker judges more (docs/reach.md).
/// </summary>
public sealed class HtmlSyntaxTests
{
    private static readonly string[] Public =
    [
        "/", "/program", "/recruit", "/schedule", "/projects", "/projects?year=2020", "/projects/wainari", "/projects/kiso-hirasawa-stay", "/briefings", "/faq", "/privacy",
        "/legal", "/contact", "/contact/sent", "/accessibility", "/apply", "/apply/again", "/apply/again/sent", "/cohorts", "/cohorts/2", "/news", "/no-such-page", "/admin/sign-in",
    ];

    private static readonly string[] Staff =
    [
        "/admin", "/admin/applications", "/admin/reviews", "/admin/decisions", "/admin/payments", "/admin/mail", "/admin/inquiries", "/admin/cohorts", "/admin/cohorts/3",
        "/admin/cohorts/3/clone", "/admin/cohorts/3/details", "/admin/cohorts/4/publication", "/admin/cohorts/3/sessions", "/admin/cohorts/3/sessions/new", "/admin/cohorts/3/sessions/orientation/move",
        "/admin/cohorts/3/briefings", "/admin/cohorts/3/briefings/new", "/admin/applications/new", "/admin/reviews/criteria", "/admin/admission", "/admin/pictures/new",
        "/admin/pages", "/admin/pages/home-about", "/admin/pictures", "/admin/settings", "/admin/settings/programme", "/admin/staff", "/admin/audit", "/admin/templates",
    ];

    private static readonly string[] Referring = ["for", "aria-labelledby", "aria-describedby", "aria-controls"];

    // What may not stand where it stands, roles that an element has by itself, and sections that nothing names.
    private static readonly string[] Misplaced =
    [
        ":is(span, p, b, small, label, h1, h2, h3, button) :is(div, form, p, ul, ol, dl, table, section, details, fieldset)",
        ":is(table, thead, tbody, tr)[role]", ":is(th, td)[role]", "section:not([aria-label], [aria-labelledby], :has(h2, h3, h4))",
    ];

    [Fact]
    public async Task A_strict_parser_finds_no_fault_on_any_page()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await OtherCohort.AddAsync(site);
        await staff.WriteAsync("new/news", "now", ("Title", "お知らせ"), ("Day", "2022-06-10"), ("Text", "# 見出し\n\n- 一つ\n- 二つ\n\n> 引用"));
        await site.Visitor().ApplyAsync();
        var applicant = $"/admin/applications/{await site.ApplicantAsync("塩尻 一")}";
        var merging = $"{applicant}/merging?with={await site.ApplicantAsync("塩尻 二")}";
        await staff.FillAsync(applicant, $"{applicant}/tags", ("name", "面談済み"));
        await staff.PostAsync("/admin/cohorts/3/clone", (await staff.OpenAsync("/admin/cohorts/3/clone")).Fields("form.gap"));
        var faults = new List<string>();

        foreach (var path in Public)
        {
            faults.AddRange(Faults(path, (await site.Visitor().OpenAsync(path)).Body));
        }

        string[] pages = [.. Staff, applicant, merging];
        foreach (var path in pages)
        {
            var page = await staff.OpenAsync(path);
            Assert.Equal((HttpStatusCode.OK, path), (page.Status, path));
            faults.AddRange(Faults(path, page.Body));
        }

        faults.AddRange(Faults("faults of the form", (await site.Visitor().CheckAsync(("Name", ""), ("Email", "x"), ("Consent", ""))).Body));
        faults.AddRange(Faults("check page", (await site.Visitor().CheckAsync(("Email", "hanako@example.jp"))).Body));
        faults.AddRange(Faults("completion page", (await site.Visitor().ApplyAsync(("Email", "jiro@example.jp"))).Body));
        var contact = await site.Visitor().OpenAsync("/contact");
        faults.AddRange(Faults("faults of the question", (await site.Visitor().PostAsync("/contact", contact.Fields("form[action='/contact']"))).Body));

        Assert.Equal("", string.Join('\n', faults));
    }

    private static IEnumerable<string> Faults(string page, string body)
    {
        AngleSharp.Html.Dom.IHtmlDocument html;
        try
        {
            html = new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(body);
        }
        catch (HtmlParseException fault)
        {
            return [$"{page}: {fault.Message} at {fault.Position}"];
        }

        var ids = html.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        var references = Referring
            .SelectMany(name => html.QuerySelectorAll($"[{name}]").SelectMany(e => e.GetAttribute(name)!.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        return ids.GroupBy(id => id).Where(id => id.Skip(1).Any()).Select(id => $"{page}: the id {id.Key} stands twice")
            .Concat(references.Except(ids).Select(id => $"{page}: nothing is called {id}"))
            .Concat(Misplaced.Append("img:not([alt])").SelectMany(fault => html.QuerySelectorAll(fault)).Select(e => $"{page}: {e.OuterHtml[..Math.Min(e.OuterHtml.Length, 120)]}"));
    }
}
