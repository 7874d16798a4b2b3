using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Jobs;
using Shiojiri.CxoLab.Web.Tests.Commands;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Erasure;

/// <summary>After a person was erased nothing of them is found: in no column, no byte of the file, no page, no table to take away.</summary>
public sealed class ErasedWithoutTraceTests
{
    /// <summary>Tables of an application that hold nothing which anybody types of a person. A new table has to be thought about.</summary>
    private static readonly string[] NothingTyped =
    [
        "ApplicationAttendance", "ApplicationInterests", "ApplicationTags", "ApplicationThemes", // gone, and hold choices of the form alone
        "IssuedNumbers", // stays: numbers
        "PreparedDecisions", // gone
        "RefundAccounts", // gone, and held closed
        "RepeatSubmissions", // gone, and held masks
        "ReviewScores", // gone
    ];

    /// <summary>Tables whose rows about an application go with its person, in whatever state they are.</summary>
    private static readonly string[] Gone =
    [
        "ApplicationAttendance", "ApplicationInterests", "ApplicationNotes", "ApplicationTags", "ApplicationThemes", "PreparedDecisions", "QuestionAnswers",
        "RefundAccounts", "RepeatSubmissions", "ReviewScores", "Reviews",
    ];

    /// <summary>What stays of an application, by column: all others are empty once the person is gone.</summary>
    private static readonly string[] Stays =
    [
        "Id", "CohortId", "Number", "Key", "Name", "Channel", "Terms", "ReceivedUtc", "ReceivedOn", "ConsentedUtc", "Fee", "HoldsPlace", "Status", "ReceivedAmount", "RefundedAmount",
        "SearchText", "SearchVersion", "Version", "MergedIntoId", "ErasedUtc",
    ];

    [Fact]
    public async Task No_column_of_any_table_holds_the_person_and_before_each_that_could_did()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (main, merged) = await Canary.LiveAsync(site);
        var before = await Canary.WhereAsync(site);
        var files = Directory.GetFiles(site.MailFolder, "*.eml").Length;

        await EraseAsync(site, main);

        var left = await Canary.WhereAsync(site);
        var model = await site.InDatabaseAsync(db => Task.FromResult(db.Model));
        Assert.Equal([], left);
        Assert.Equal([], Canary.TablesOfApplications(model).Except(before.Select(c => c.Split('.')[0])).Except(NothingTyped));
        Assert.Equal(
            [
                "AccessEntries.Subject", "ApplicationNotes.Text", "Applications.Email", "Applications.Kana", "Applications.KanaSortKey", "Applications.Motivation",
                "Applications.Name", "Applications.NormalizedEmail", "Applications.Occupation", "Applications.PersonKey", "Applications.Phone", "Applications.PhoneKey",
                "Applications.Relation", "Applications.SearchText", "Applications.Skills", "AuditEntries.After", "AuditEntries.Before", "Inquiries.Email", "Inquiries.Name", "Inquiries.Text",
                "InquiryAnswers.Text", "LedgerEntries.Remark", "OutgoingMails.Html", "OutgoingMails.LastError", "OutgoingMails.Recipient", "OutgoingMails.Text", "QuestionAnswers.Value",
                "Reviews.Comment", "SavedViews.Name", "SavedViews.Query", "StatusChanges.Reason", "Tags.Key", "Tags.Name",
            ],
            before.Where(c => c != "QuestionAnswers.ChoiceKey").Order(StringComparer.Ordinal));
        Assert.Equal((true, 0), (files > 0, Directory.GetFiles(site.MailFolder, "*.eml").Count(f => Canary.IsIn(File.ReadAllText(f)))));
        Assert.Equal([], await FilledAsync(site, main, merged));
    }

    [Fact]
    public async Task No_row_is_left_of_what_belonged_to_the_applications_but_their_records()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (main, _) = await Canary.LiveAsync(site);
        var prepared = await site.ApplicantAsync("準備 次郎", moves: ApplicationStatus.Declined);
        await (await site.StaffAsync(Role.Administrator)).PrepareAsync(ApplicationStatus.Accepted, prepared);
        var before = await FilledTablesAsync(site);

        await EraseAsync(site, main);
        await EraseAsync(site, prepared);

        Assert.Equal(Gone.Except(["ApplicationInterests", "ApplicationThemes"]), before.Except(["ApplicationInterests", "ApplicationThemes"]));
        Assert.Equal([], await FilledTablesAsync(site));
    }

    [SqliteFact]
    public async Task No_byte_of_the_file_or_its_log_holds_the_person_once_the_job_has_run()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (main, _) = await Canary.LiveAsync(site);
        Assert.True(InFiles(site));

        await EraseAsync(site, main);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            Assert.Equal("cleared", await scope.ServiceProvider.GetServices<IJob>().Single(j => j.Name == "erased-pages").RunAsync(CancellationToken.None));
        }

        Assert.False(InFiles(site));
    }

    [Fact]
    public async Task No_page_of_the_desk_and_no_table_shows_the_person_and_the_log_still_holds()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (main, merged) = await Canary.LiveAsync(site);
        var mails = (await site.MailsAsync()).Where(m => m.ApplicationId is not null).ToList();
        await EraseAsync(site, main);
        var admin = await site.StaffAsync(Role.Administrator);
        string[] pages =
        [
            "/admin", "/admin/applications", $"/admin/applications/{main}", "/admin/decisions", "/admin/payments/overdue", "/admin/payments/refunds", "/admin/reviews", "/admin/reviews/ranking",
            "/admin/mail", "/admin/mail/group?status=withdrawn", "/admin/inquiries", "/admin/audit", $"/admin/audit?subject={main}", $"/admin/audit?subject={merged}", "/admin/retention", "/admin/templates",
            .. mails.Select(m => $"/admin/mail/{m.Key}"), .. mails.Select(m => $"/admin/mail/{m.Key}/html"),
        ];

        foreach (var path in pages)
        {
            var page = await admin.OpenAsync(path);
            Assert.Equal((path, HttpStatusCode.OK, false), (path, page.Status, Canary.IsIn(page.Body)));
        }

        foreach (var format in new[] { "csv", "xlsx" })
        {
            Assert.False(Canary.IsIn(await ExportAsync(admin, format)));
        }

        Assert.Empty((await admin.OpenAsync("/admin/applications?q=" + Uri.EscapeDataString("金糸雀"))).Html.QuerySelectorAll(".alist tbody tr"));
        Assert.Equal([$"削除済み（{ApplicationNumber.Grouped(main)}）"], (await admin.OpenAsync($"/admin/applications?q={main}")).Texts(".alist__name > a"));
        Assert.Equal(0, (await VerifyAuditTests.VerifyAsync(site)).Code);
    }

    /// <summary>As the desk does it: with the number typed.</summary>
    internal static async Task EraseAsync(Site site, string number)
    {
        var admin = await site.StaffAsync(Role.Administrator);
        var url = $"/admin/applications/{number}/erasure";
        var page = await admin.FillAsync(url, url, ("typed", ApplicationNumber.Grouped(number)));
        Assert.Equal(($"削除済み（{ApplicationNumber.Grouped(number)}）", HttpStatusCode.OK), (page.Heading, page.Status));
    }

    private static async Task<string> ExportAsync(HttpClient admin, string format)
    {
        var form = (await admin.OpenAsync("/admin/applications/export")).Fields("form[action^='/admin/applications/export']");
        form["Format"] = format;
        var columns = (await admin.OpenAsync("/admin/applications/export")).Html.QuerySelectorAll("input[name=Columns]").Select(c => KeyValuePair.Create("Columns", c.GetAttribute("value")!));
        using var content = new FormUrlEncodedContent([.. form.Where(f => f.Key != "Columns"), .. columns]);
        var answer = await admin.PostAsync(new Uri("/admin/applications/export", UriKind.Relative), content);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (format == "csv")
        {
            return Encoding.UTF8.GetString(bytes);
        }

        await using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        return string.Concat(zip.Entries.Select(e => new StreamReader(e.Open()).ReadToEnd()));
    }

    private static Task<List<string>> FilledTablesAsync(Site site) => site.InDatabaseAsync(async db =>
    {
        var filled = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in Gone)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
            if (Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) > 0)
            {
                filled.Add(table);
            }
        }

        return filled;
    });

    // A column that somebody adds tomorrow is empty afterwards, or is named above.
    private static Task<List<string>> FilledAsync(Site site, params string[] numbers) => site.InDatabaseAsync(async db =>
    {
        var filled = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var (_, column) in Canary.Columns(db.Model).Where(c => c.Table == "Applications" && !Stays.Contains(c.Column)))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT COUNT(*) FROM \"Applications\" WHERE \"Number\" IN ('{numbers[0]}', '{numbers[1]}') AND \"{column}\" IS NOT NULL AND \"{column}\" <> ''";
            if (Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) > 0)
            {
                filled.Add(column);
            }
        }

        return filled;
    });

    private static bool InFiles(Site site)
    {
        SqliteConnection.ClearAllPools();
        return new[] { site.DatabaseFile, site.DatabaseFile + "-wal", site.DatabaseFile + "-shm" }.Where(File.Exists)
            .Any(file => Canary.Marks.Any(mark => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(mark)) >= 0));
    }
}
