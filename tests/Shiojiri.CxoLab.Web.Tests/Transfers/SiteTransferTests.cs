using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Pictures;
using Shiojiri.CxoLab.Web.Tests.Features.Admin.Content;
using Shiojiri.CxoLab.Web.Tests.Testing;
using Shiojiri.CxoLab.Web.Transfers;

namespace Shiojiri.CxoLab.Web.Tests.Transfers;

/// <summary>Content and settings from one site to another.</summary>
public sealed class SiteTransferTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cxolab-transfer-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_one_site_says_the_other_says_and_twice_is_once()
    {
        await using var source = await Site.StartAsync();
        var written = await WrittenAsync(source);

        await using var target = await EmptyAsync();
        var first = await ReadAsync(target, written);
        var again = await ReadAsync(target, written);

        Assert.Equal(written, await WriteAsync(target));
        Assert.False(first.IsNothing);
        Assert.True(again.IsNothing);
        Assert.Equal([AuditAction.SiteImported], await target.InDatabaseAsync(db => db.AuditEntries.Select(e => e.Action).ToListAsync()));
        Assert.Equal(2, await target.InDatabaseAsync(db => db.PictureFiles.CountAsync()));
        var home = await target.Visitor().OpenAsync("/");
        Assert.Equal("台風のため、変わります。", home.Text(".demo a"));
        Assert.Equal(home.Html.QuerySelector(".brand__logo")!.GetAttribute("src")!.Split('/')[2], await target.InDatabaseAsync(db => db.Themes.Select(t => t.PictureKey).SingleAsync()));
    }

    [Fact]
    public async Task No_person_is_carried()
    {
        await using var source = await Site.StartAsync();
        await source.ApplicantAsync("持出 禁止", "himitsu@example.jp");

        var written = await WrittenAsync(source);

        Assert.DoesNotContain("持出", written, StringComparison.Ordinal);
        Assert.DoesNotContain("himitsu", written, StringComparison.Ordinal);
        Assert.DoesNotContain("事務局 Editor", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_third_cohort_that_stands_there_is_changed_and_nothing_is_taken_away()
    {
        await using var site = await Site.StartAsync();
        var document = SiteDocumentFile.Parse(await WriteAsync(site));
        var cohort = document.Cohorts[0];
        var session = cohort.Sessions[0];
        var moved = session with { Days = session.Days with { StartsOn = session.Days.StartsOn.AddDays(7), EndsOn = session.Days.EndsOn.AddDays(7) } };
        var changed = document with
        {
            Content = [],
            Settings = new Dictionary<SettingSection, JsonObject>(),
            Cohorts = [cohort with { About = cohort.About with { Fee = 30_000 }, Sessions = [moved], Briefings = [], InterestAreas = ["新しい分野"] }],
        };

        var outcome = await ReadAsync(site, SiteDocumentFile.Text(changed));

        var now = SiteDocumentFile.Parse(await WriteAsync(site)).Cohorts[0];
        Assert.Equal(new ImportOutcome(1, 2), outcome);
        Assert.Equal((30_000, cohort.Sessions.Count, 2), (now.About.Fee, now.Sessions.Count, now.Briefings.Count));
        Assert.Equal(moved with { MovedFrom = session.Days.When, Sequence = session.Sequence + 1 }, now.Sessions.Single(s => s.Slug == session.Slug));
        Assert.Equal([.. cohort.InterestAreas, "新しい分野"], now.InterestAreas);
    }

    [Fact]
    public async Task The_fee_of_people_who_applied_is_not_moved_from_outside()
    {
        await using var site = await Site.StartAsync();
        await site.ApplicantAsync();
        var document = SiteDocumentFile.Parse(await WriteAsync(site));
        var dearer = document with { Cohorts = [document.Cohorts[0] with { About = document.Cohorts[0].About with { Fee = 30_000 } }] };

        var refused = await Assert.ThrowsAsync<TransferException>(() => ReadAsync(site, SiteDocumentFile.Text(dearer)));

        Assert.Equal(["Cohort 3 has applications: change its fee, places and admission at the desk."], refused.Faults);
        Assert.Equal(20_000, await site.InDatabaseAsync(db => db.Cohorts.Select(c => c.Fee.Amount).SingleAsync()));
    }

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 1, \"people\": []")]
    [InlineData("\"format\": 1", "\"format\": 1, \"format\": 1")]
    [InlineData("\"name\": \"第三期\"", "\"nam\": \"第三期\"")]
    [InlineData("\"mode\": \"FirstCome\"", "\"mode\": \"FirstCame\"")]
    [InlineData("\"fee\": 20000", "\"fee\": \"20000\"")]
    public async Task A_name_or_word_that_means_nothing_is_refused(string right, string wrong)
    {
        await using var site = await Site.StartAsync();
        var text = await WriteAsync(site);
        Assert.Contains(right, text, StringComparison.Ordinal);

        Assert.Throws<JsonException>(() => SiteDocumentFile.Parse(text.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 2", "The document has format 2; this release reads format 1.")]
    [InlineData("\"fee\": 20000", "\"fee\": -1", "cohorts[3]: ordinal and capacity start at 1, the fee at 0.")]
    [InlineData("\"termEndsOn\": \"2023-01-31\"", "\"termEndsOn\": \"2022-01-31\"", "cohorts[3]: a period ends before it starts.")]
    [InlineData("\"endsAt\": \"17:00:00\"", "\"endsAt\": null", "cohorts[3].sessions[specification-training]: its days or hours make no sense.")]
    [InlineData("\"slug\": \"20220629\"", "\"slug\": \"20220617\"", "briefings: 20220617 stands there twice.")]
    [InlineData("\"PaymentDays\": 7", "\"PaymentDays\": 7, \"Discount\": 1", "settings.Fee: The JSON property 'Discount' could not be mapped to any .NET member contained in type 'Shiojiri.CxoLab.Settings.FeeValues'.")]
    [InlineData("\"PaymentDays\": 7", "\"PaymentDays\": 700", "settings.Fee: 1から90までの整数で入力してください")]
    [InlineData("\"key\": \"faq-experience\"", "\"key\": \"faq-cohort\"", "content: faq-cohort stands there twice.")]
    [InlineData("\"key\": \"program-what\"", "\"key\": \"program-why\"", "content[program-why]: the site has no place for such a piece (Text).")]
    [InlineData("\"key\": \"faq-experience\"", "\"key\": \"faq experience\"", "content[faq experience]: a key has letters, digits and hyphens, 40 at most.")]
    [InlineData("\"Answer\": \"はい。専門", "\"Answer\": \"\", \"Reply\": \"はい。専門", "content[faq-experience]: Faq has no field Reply.", "content[faq-experience]: 答えを入力してください")]
    public async Task What_makes_no_sense_is_refused_in_a_sentence(string right, string wrong, params string[] sentences)
    {
        await using var site = await Site.StartAsync();
        var text = await WriteAsync(site);
        Assert.Contains(right, text, StringComparison.Ordinal);

        var refused = await Assert.ThrowsAsync<TransferException>(() => ReadAsync(site, text.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Equal(sentences, refused.Faults);
        Assert.Equal(0, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync()));
    }

    [Fact]
    public async Task A_picture_without_its_files_is_refused()
    {
        await using var source = await Site.StartAsync();
        var written = await WrittenAsync(source);
        File.Delete(Directory.GetFiles(_folder, "10.webp", SearchOption.AllDirectories).Single());
        await File.WriteAllTextAsync(Directory.GetFiles(_folder, "10.avif", SearchOption.AllDirectories).Single(), "<html>no picture</html>");

        await using var target = await EmptyAsync();
        var refused = await Assert.ThrowsAsync<TransferException>(() => ReadAsync(target, written));

        Assert.Equal(["10.avif is missing or no such picture.", "10.webp is missing or no such picture."], refused.Faults.Select(f => f[(f.IndexOf(": ", StringComparison.Ordinal) + 2)..]));
    }

    [Fact]
    public async Task What_no_column_holds_is_refused_before_anything_is_stored()
    {
        await using var site = await Site.StartAsync();
        var text = (await WriteAsync(site)).Replace("\"name\": \"第三期\"", $"\"name\": \"{new string('三', 41)}\"", StringComparison.Ordinal);

        var refused = await Assert.ThrowsAsync<TransferException>(() => ReadAsync(site, text));

        Assert.StartsWith("Cohort.Name is longer than 40 characters", Assert.Single(refused.Faults), StringComparison.Ordinal);
        Assert.Equal("第三期", await site.InDatabaseAsync(db => db.Cohorts.Select(c => c.Name).SingleAsync()));
    }

    /// <summary>A site with something of everything.</summary>
    private async Task<string> WrittenAsync(Site site)
    {
        var editor = await site.StaffAsync(Role.Editor);
        await editor.WriteAsync("program-what", "now", ("Text", "新しい文。"));
        await editor.WriteAsync("program-what", "draft", ("Text", "下書きの文。"));
        await editor.WriteAsync("new/faq", "later", ("Question", "泊まれますか"), ("Answer", "はい。"), ("FromOn", "2022-07-01"), ("FromAt", "09:00"));
        await editor.WriteAsync("new/news", "now", ("Title", "台風"), ("Day", "2022-06-10"), ("Text", "本文。"), ("Notice", "台風のため、変わります。"), ("NoticeOn", "2022-07-01"));
        var fourth = await site.FourthAsync(new DateTime(2022, 12, 1, 0, 0, 0, DateTimeKind.Utc));
        await site.InDatabaseAsync(async db =>
        {
            var cohort = await db.Cohorts.Include(c => c.Sessions).SingleAsync(c => c.Id == fourth);
            cohort.Limits(20, isAbout: true, 0, 0);
            cohort.Choose(new Admission(AdmissionMode.Selection, FeeTiming.OnAdmission, AnswersOn: new(2023, 8, 10)));
            cohort.Sessions[0].Move(cohort.Sessions[0].ToDays() with { StartsAt = new(10, 0) }, wasSeen: true);
            cohort.Sessions[0].Cancel(new DateTime(2022, 6, 1, 0, 0, 0, DateTimeKind.Utc));
            var picture = Picture.Carried(RandomToken.Draw(), new PictureDetails("山", "見本の会", true, PicturePermission.Own, null), 10, 8, Actor.CommandLine, DateTime.UnixEpoch);
            var owner = new Theme(fourth, RandomToken.Draw(), 10, new ThemeContents("空き家に|灯をともす", "見本 花子", "大工", "一緒に直しましょう。", "手を動かせる人", picture.Key));
            owner.Publish(site.Clock.GetUtcNow().UtcDateTime);
            var first = new FormQuestion(fourth, RandomToken.Draw(), 1, new QuestionContents(QuestionKind.YesNo, "車で来ますか"), Actor.CommandLine, DateTime.UnixEpoch);
            first.Publish(DateTime.UnixEpoch);
            var second = new FormQuestion(
                fourth, RandomToken.Draw(), 2, new QuestionContents(QuestionKind.OneOf, "どの車ですか") { Choices = ["軽", "普通"], Condition = new(first.Key, ["はい"]) }, Actor.CommandLine, DateTime.UnixEpoch);
            db.AddRange(owner, first, second, picture);
            var store = site.Services.GetRequiredService<IServiceScopeFactory>().CreateScope().ServiceProvider.GetRequiredService<IPictureStore>();
            await store.PutAsync(picture.Key, "10.avif", "\0\0\0\u001cftypavif"u8.ToArray(), CancellationToken.None);
            await store.PutAsync(picture.Key, "10.webp", "RIFF....WEBP"u8.ToArray(), CancellationToken.None);
            db.Add(new ReviewCriterion(fourth, 1, "熱意", "読み取れるか", 3));
            db.Add(SettingRevision.Of(fourth, SettingSection.Fee, 1, new FeeValues(14, "当方が負担します。"), Actor.CommandLine, site.Clock.GetUtcNow().UtcDateTime));
            db.Add(SettingRevision.Of(null, SettingSection.Contact, 1, new ContactValues("office@example.jp", "0263000000"), Actor.CommandLine, site.Clock.GetUtcNow().UtcDateTime));
            db.Add(SettingRevision.Of(null, SettingSection.Programme, 1, ProgrammeValues.BuiltIn with { Logo = picture.Key }, Actor.CommandLine, site.Clock.GetUtcNow().UtcDateTime));
            var template = new MailTemplate(fourth, MailKind.PaymentInstructions);
            template.Write(new MailText("件名", "題", "本文"), Actor.CommandLine, site.Clock.GetUtcNow().UtcDateTime);
            db.Add(template);
            return await db.SaveChangesAsync();
        });
        return await WriteAsync(site);
    }

    private static async Task<Site> EmptyAsync()
    {
        var site = await Site.StartAsync();
        await site.InDatabaseAsync(async db => await db.Briefings.ExecuteDeleteAsync() + await db.Cohorts.ExecuteDeleteAsync());
        return site;
    }

    private async Task<string> WriteAsync(Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredService<SiteExport>().MakeAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<PictureFiles>().WriteFilesAsync(_folder, document.Pictures, CancellationToken.None);
        return SiteDocumentFile.Text(document);
    }

    private async Task<ImportOutcome> ReadAsync(Site site, string text)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SiteImport>().ReadAsync(SiteDocumentFile.Parse(text), _folder, CancellationToken.None);
    }
}
