using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Apply;

/// <summary>Applicants may say which themes interest them (関心のあるテーマ).</summary>
public sealed class ThemeFieldTests
{
    private const string Gone = "選んだテーマの中に、募集を取り下げたものがあります。関心のあるテーマを選び直すか、選ばずにお進みください";

    [Fact]
    public async Task Several_can_be_chosen_none_is_preselected_and_they_are_stored_as_they_were_named()
    {
        using var site = await Site.StartAsync();
        var (staff, keys) = await ThreeAsync(site);
        var visitor = site.Visitor();
        var form = await visitor.OpenAsync("/apply");

        var check = await visitor.PostAsync("/apply/confirm", form.Naming([keys[2], keys[0]]));
        var back = await visitor.PostAsync("/apply/edit", check.Fields(Journey.EditForm));
        await staff.ChangeThemeAsync(keys[0], ("Title", "新しい題"));
        await visitor.SendAsync(check);

        Assert.Equal(["空き家｜見本 花子", "手仕事｜見本 花子", "森と暮らし｜見本 花子"], form.Html.QuerySelectorAll("[name=Themes]").Select(b => b.ParentElement!.TextContent.Trim()));
        Assert.Empty(form.Html.QuerySelectorAll("[name=Themes][checked]"));
        Assert.Equal("空き家 森と暮らし", check.Definition("関心のあるテーマ"));
        Assert.Equal([keys[0], keys[2]], back.Html.QuerySelectorAll("[name=Themes][checked]").Select(b => b.GetAttribute("value")));
        Assert.Equal(["空き家", "森と暮らし"], await StoredAsync(site));
    }

    [Fact]
    public async Task Nobody_has_to_choose()
    {
        using var site = await Site.StartAsync();
        await ThreeAsync(site);

        var check = await site.Visitor().CheckAsync();
        var page = await site.Visitor().ApplyAsync();

        Assert.Equal(("未入力", "お申し込みを受け付けました"), (check.Definition("関心のあるテーマ"), page.Heading));
        Assert.Empty(await StoredAsync(site));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_theme_withdrawn_under_a_half_filled_form_is_told_at_its_field_and_nothing_typed_is_lost(bool isChecked)
    {
        using var site = await Site.StartAsync();
        var (staff, keys) = await ThreeAsync(site);
        var visitor = site.Visitor();
        var fields = (await visitor.OpenAsync("/apply")).Naming([keys[0], keys[1]], ("Skills", "木工が好きです。"));
        var check = isChecked ? await visitor.PostAsync("/apply/confirm", fields) : null;
        await staff.ChangeThemeAsync(keys[0], ("State", "draft"));

        var told = check is null ? await visitor.PostAsync("/apply/confirm", fields) : await visitor.SendAsync(check);
        var again = await visitor.PostAsync("/apply/confirm", told.Fields(Journey.ApplyForm));
        await visitor.SendAsync(again);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, $"エラー {Gone}"), (told.Status, told.Text("#themes-error")));
        Assert.Equal("木工が好きです。", told.Fields(Journey.ApplyForm)["Skills"]);
        Assert.Equal("手仕事", again.Definition("関心のあるテーマ"));
        Assert.Equal(["手仕事"], await StoredAsync(site));
    }

    [Fact]
    public async Task When_all_themes_are_gone_the_message_still_has_its_place_and_the_form_can_be_sent()
    {
        using var site = await Site.StartAsync();
        var (staff, keys) = await ThreeAsync(site);
        var visitor = site.Visitor();
        var check = await visitor.PostAsync("/apply/confirm", (await visitor.OpenAsync("/apply")).Naming([keys[0]]));
        foreach (var key in keys)
        {
            await staff.ChangeThemeAsync(key, ("State", "draft"));
        }

        var told = await visitor.SendAsync(check);
        var sent = await visitor.SendAsync(await visitor.PostAsync("/apply/confirm", told.Fields(Journey.ApplyForm)));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#themes"), (told.Status, told.Html.QuerySelector(".errsum a, [role=alert] a")!.GetAttribute("href")));
        Assert.NotNull(told.Html.QuerySelector("#themes"));
        Assert.Equal("お申し込みを受け付けました", sent.Heading);
    }

    [Fact]
    public async Task What_was_sealed_before_there_were_themes_still_opens_and_names_of_themes_come_from_no_field()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor();
        var check = await visitor.CheckAsync();
        var (staff, keys) = await ThreeAsync(site);
        var protector = site.Services.GetRequiredService<PageProtector>();
        var fields = check.Fields(Journey.SendForm);
        var sealedForm = protector.Open<Dictionary<string, object?>>("ApplyForm.Answers.v1", fields["answers"])!;
        sealedForm.Remove(nameof(ApplyForm.Themes));
        sealedForm.Remove(nameof(ApplyForm.Chosen));
        fields["answers"] = protector.Protect("ApplyForm.Answers.v1", sealedForm);

        var sent = await visitor.PostAsync("/apply", fields);
        var other = site.Visitor();
        var forged = await other.PostAsync("/apply/confirm", (await other.OpenAsync("/apply"))
            .Naming([keys[1]], ("Email", "other@example.jp"), ("Chosen[0].ThemeId", "1"), ("Chosen[0].Title", "偽の題")));
        await other.SendAsync(forged);

        Assert.Equal("お申し込みを受け付けました", sent.Heading);
        Assert.Equal(["手仕事"], await StoredAsync(site));
    }

    [Fact]
    public async Task What_came_on_paper_names_themes_too()
    {
        using var site = await Site.StartAsync();
        var (staff, keys) = await ThreeAsync(site);
        var form = (await staff.OpenAsync("/admin/applications/new")).Fields("form[action='/admin/applications/new']").With(
            ("Channel", "Paper"), ("Name", "塩尻 太郎"), ("Kana", "シオジリ タロウ"), ("Email", "taro@example.jp"), ("Residence", "東京都"), ("Attendance[specification-training]", "yes"),
            ("Attendance[field-work]", "no"), ("Motivation", "動機"), ("Consent", "yes"), ("Themes", keys[1]));

        var page = await staff.PostAsync("/admin/applications/new", form);

        Assert.Equal(("手仕事", HttpStatusCode.OK), (page.Definition("関心のあるテーマ"), page.Status));
        Assert.Equal(["手仕事"], await StoredAsync(site));
    }

    private static async Task<(HttpClient Staff, string[] Keys)> ThreeAsync(Site site)
    {
        var staff = await site.StaffAsync(Role.Administrator);
        string[] titles = ["空き家", "手仕事", "森と暮らし"];
        foreach (var title in titles)
        {
            await staff.AddThemeAsync(title);
        }

        return (staff, [await site.ThemeKeyAsync(titles[0]), await site.ThemeKeyAsync(titles[1]), await site.ThemeKeyAsync(titles[2])]);
    }

    private static Task<List<string>> StoredAsync(Site site) => site.InDatabaseAsync(db => db.Applications.SelectMany(a => a.Themes).OrderBy(t => t.Id).Select(t => t.Title).ToListAsync());
}
