using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;
using Shiojiri.CxoLab.Web.Transfers;

namespace Shiojiri.CxoLab.Web.Tests.Transfers;

/// <summary>Another town runs its own programme on the same software (docs/another-programme.md): a document takes the place of everything that is this one's.</summary>
public sealed class AnotherProgrammeTests
{
    private const string Town = "ほしみ野町";

    private static readonly string[] Foreign = ["塩尻", "CxO", "MEGURU", "ONE X", "長野", "関係人口創出", "onexxxx"];

    private static readonly string[] Addresses =
    [
        "/", "/program", "/recruit", "/schedule", "/schedule.ics", "/projects", "/briefings", "/faq", "/privacy", "/legal", "/contact", "/accessibility", "/apply", "/apply/again",
        "/sitemap.xml", "/no-such-page", "/admin/sign-in",
    ];

    [Fact]
    public async Task Nothing_of_the_first_programme_is_left_for_visitors_staff_or_applicants()
    {
        await using var first = await Site.StartAsync();
        await using var scope = first.Services.CreateAsyncScope();
        var document = Elsewhere(await scope.ServiceProvider.GetRequiredService<SiteExport>().MakeAsync(CancellationToken.None));

        await using var site = await Site.StartAsync();
        await site.InDatabaseAsync(async db => await db.Briefings.ExecuteDeleteAsync() + await db.Cohorts.ExecuteDeleteAsync());
        await using (var there = site.Services.CreateAsyncScope())
        {
            await there.ServiceProvider.GetRequiredService<SiteImport>().ReadAsync(SiteDocumentFile.Parse(SiteDocumentFile.Text(document)), Path.GetTempPath(), CancellationToken.None);
        }

        var left = new List<string>();
        foreach (var address in Addresses)
        {
            // Every prefecture can be chosen, and a calendar names the software that wrote it.
            var body = (await site.Visitor().OpenAsync(address)).Body;
            Find(address, body.Replace("\"長野県\">長野県", "", StringComparison.Ordinal).Replace("PRODID:-//Shiojiri CxO Lab//JA", "", StringComparison.Ordinal), left);
        }

        var staff = await site.StaffAsync(Role.Administrator);
        foreach (var address in new[] { "/admin", "/admin/cohorts", "/admin/cohorts/1", "/admin/pages/home-about", "/admin/settings", "/admin/settings/programme", "/admin/templates", "/admin/templates/decline" })
        {
            var page = await staff.OpenAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Find(address, page.Body, left);
        }

        await site.Visitor().ApplyAsync(("Name", "見本 花子"));
        foreach (var mail in await site.MailsAsync())
        {
            Find(mail.Subject, $"{mail.Subject} {mail.Text} {mail.Html}", left);
        }

        Assert.True(left.Count == 0, string.Join('\n', left));
        Assert.Equal($"{Town}とあるく", (await site.Visitor().OpenAsync("/")).Heading);
    }

    private static void Find(string where, string text, List<string> left) =>
        left.AddRange(Foreign.Where(word => text.Contains(word, StringComparison.Ordinal)).Select(word => $"{where}: …{Around(text, word)}…"));

    private static string Around(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        return text[Math.Max(0, at - 40)..Math.Min(text.Length, at + 40)];
    }

    /// <summary>What whoever follows the guide writes: own names, own dates, own words, and none of the pieces that tell of somebody else.</summary>
    private static SiteDocument Elsewhere(SiteDocument document)
    {
        var cohort = document.Cohorts[0];
        return document with
        {
            Settings = new Dictionary<SettingSection, JsonObject>(document.Settings)
            {
                [SettingSection.Programme] = new JsonObject
                {
                    ["Name"] = "ほしみ野ラボ",
                    ["Slogan"] = $"{Town}と|あるく",
                    ["Place"] = Town,
                    ["Outline"] = $"{Town}の課題に取り組みます。",
                    ["Host"] = Town,
                    ["MainColour"] = "#1f4b57",
                    ["LinkColour"] = "#5b2346",
                },
                [SettingSection.Contact] = new JsonObject { ["Email"] = "office@example.jp" },
            },
            Cohorts =
            [
                cohort with
                {
                    Ordinal = 1, About = cohort.About with { Name = "第一期" }, InterestAreas = ["森", "川"],
                    Briefings = [new BriefingDocument("first", $"{Town}を知る会", "", new(2022, 6, 20), new(19, 0), new(20, 0))],
                },
            ],
            Content = [.. document.Content.Select(Elsewhere)],
        };
    }

    private static PieceDocument Elsewhere(PieceDocument piece)
    {
        // What comes and goes is taken down; what stands on a page says something of its own.
        var now = new DateTime(2022, 6, 1, 0, 0, 0, DateTimeKind.Utc);
        var words = ContentField.Of(piece.Kind).Where(f => f.IsNeeded && f.Kind is ContentFieldKind.Line or ContentFieldKind.Markdown).ToDictionary(f => f.Name, f => (string?)$"{Town}のことば");
        return piece.Kind.ComesAndGoes()
            ? piece with { Revisions = [piece.Revisions[0] with { PublishUtc = now, TakeDownUtc = now }] }
            : piece with { Revisions = [new RevisionDocument(words, now)] };
    }
}
