using System.Net;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Content;
using Shiojiri.CxoLab.Web.Tests.Features.Admin.Pictures;
using Shiojiri.CxoLab.Web.Tests.Pictures;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Content;

/// <summary>What stood there before, and two people at one text.</summary>
public sealed class ContentHistoryTests
{
    [Fact]
    public async Task The_history_shows_the_words_out_and_in_and_makes_a_draft_of_an_earlier_version()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor, "見本 花子");
        await editor.WriteAsync("program-flow", "now", ("Text", "毎月の交流会で、仲間とつながります。"));
        await editor.WriteAsync("program-flow", "now", ("Text", "毎週の交流会で、仲間とつながります。"));

        var history = await editor.OpenAsync("/admin/pages/program-flow/history");
        var restored = await editor.PressAsync("/admin/pages/program-flow/history?version=1", "/admin/pages/program-flow/history/1/restoration");
        var builtIn = await editor.PressAsync("/admin/pages/program-flow/history?version=0", "/admin/pages/program-flow/history/0/restoration");

        Assert.Equal(("毎月", "毎週"), (history.Text(".diff del"), history.Text(".diff ins")));
        Assert.Equal(["公開中", "版1", "はじめの内容"], history.Texts(".vers span"));
        Assert.Equal("毎月の交流会で、仲間とつながります。", restored.Fields(Editing.Form)["Values[Text]"]);
        Assert.StartsWith("研修で地域の課題をとらえ、", builtIn.Fields(Editing.Form)["Values[Text]"], StringComparison.Ordinal);
        Assert.Contains("毎週の交流会で", (await site.Visitor().OpenAsync("/program")).Body, StringComparison.Ordinal);
        Assert.Equal(["下書き", "下書き", "公開中", "版1", "はじめの内容"], (await editor.OpenAsync("/admin/pages/program-flow/history")).Texts(".vers span"));
    }

    [Fact]
    public async Task Of_two_people_the_second_sees_both_texts_and_loses_none()
    {
        using var site = await Site.StartAsync();
        var (first, second) = (await site.StaffAsync(Role.Editor, "例題"), await site.StaffAsync(Role.Editor, "見本"));
        await first.WriteAsync("program-feature-1", "now", ("Title", "題"), ("Text", "毎月の活動です。"));
        var opened = await second.OpenAsync("/admin/pages/program-feature-1");
        await first.WriteAsync("program-feature-1", "now", ("Text", "毎週の活動です。"));

        var conflict = await second.PostAsync("/admin/pages/program-feature-1", opened.Filled("now", ("Title", "新しい題"), ("Text", "毎月の実践です。")));
        var fields = conflict.Fields("form.twoend");
        var unanswered = await second.PostAsync("/admin/pages/program-feature-1/merging", fields);
        fields = unanswered.Fields("form.twoend");
        fields["Choice[Text]"] = "own";
        fields["Own[Text]"] = "毎週の実践です。";
        var merged = await second.PostAsync("/admin/pages/program-feature-1/merging", fields);

        Assert.Equal((HttpStatusCode.Conflict, "例題さんが、先に変えていました"), (conflict.Status, conflict.Heading));
        Assert.Equal(["二人とも変えました", "変えたのはあなただけ"], conflict.Texts(".cf .chip"));
        Assert.Equal(["活動", "毎月"], conflict.Texts(".cf del"));
        Assert.Equal(["実践", "毎週", "新しい"], conflict.Texts(".cf ins"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "「本文」を、どちらの文にするか選んでください"), (unanswered.Status, unanswered.Text(".errsum li")));
        Assert.Equal((HttpStatusCode.OK, "新しい題", "毎週の実践です。"), (merged.Status, merged.Fields(Editing.Form)["Values[Title]"], merged.Fields(Editing.Form)["Values[Text]"]));
        Assert.Contains("毎週の活動です。", (await site.Visitor().OpenAsync("/program")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_picture_the_history_and_the_two_people_read_what_it_shows()
    {
        using var site = await Site.StartAsync();
        var (first, second) = (await site.StaffAsync(Role.Editor, "例題"), await site.StaffAsync(Role.Editor, "見本"));
        var (evening, morning) = (await site.ReadyPictureAsync(first, SamplePictures.Png(64, 64)), await site.ReadyPictureAsync(first, SamplePictures.Png(60, 60), ("Description", "奈良井宿の朝")));
        await first.WriteAsync("wainari", "now", ("Picture", evening));
        var opened = await second.OpenAsync("/admin/pages/wainari");
        await first.WriteAsync("wainari", "now", ("Picture", morning));

        var history = await first.OpenAsync("/admin/pages/wainari/history");
        var conflict = await second.PostAsync("/admin/pages/wainari", opened.Filled("now", ("Picture", ""), ("Place", "奈良井")));
        var fields = conflict.Fields("form.twoend");
        fields["Choice[Picture]"] = "theirs";
        var merged = await second.PostAsync("/admin/pages/wainari/merging", fields);

        Assert.Equal(("奈良井宿の夕景", "奈良井宿の朝"), (history.Text(".diff del"), history.Text(".diff ins")));
        Assert.Equal(["奈良井宿の夕景", "奈良井宿の夕景"], conflict.Texts("#choice-picture del"));
        Assert.Equal(["奈良井宿の朝"], conflict.Texts("#choice-picture ins"));
        Assert.Null(conflict.Html.QuerySelector("#own-picture"));
        Assert.Equal((HttpStatusCode.OK, morning), (merged.Status, merged.Fields(Editing.Form)["Values[Picture]"]));
        Assert.NotNull(merged.Html.QuerySelector($"[data-preview] img[src^='/pictures/{morning}/']"));
    }

    [Theory]
    [InlineData("", "新しい", "+新しい")]
    [InlineData("同じ", "同じ", "=同じ")]
    [InlineData("研修と現地での活動、", "研修と現地のフィールドワーク、", "=研修と現地 -での活動 +のフィールドワーク =、")]
    [InlineData("毎月の交流会", "月に1〜2回の交流会", "-毎月 +月に1〜2回 =の交流会")]
    [InlineData("2021年", "2022年", "-2021 +2022 =年")]
    public void Words_are_cut_where_a_reader_cuts_them(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join(' ', WordDiff.Of(before, after).Select(p => (p.Kind switch { DiffKind.Same => "=", DiffKind.Out => "-", _ => "+" }) + p.Text)));
}
