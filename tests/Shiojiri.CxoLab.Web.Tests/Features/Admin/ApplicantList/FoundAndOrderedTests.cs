using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.ApplicantList;

/// <summary>Names and numbers are found in each way of writing them, and stand in the order of a Japanese list.</summary>
public sealed class FoundAndOrderedTests
{
    [Theory]
    [InlineData("庄司 恵子", "ショウジ ケイコ", null, "ｼﾖｳｼﾞ ｹｲｺ")]
    [InlineData("中津 聖", "ナカヅ ヒヂリ", null, "ナカズ")]
    [InlineData("塩尻 花子", "シオジリ ハナコ", "+819011112222", "090-1111-2222")]
    [InlineData("塩尻 花子", "シオジリ ハナコ", "09011112222", "+81 90 1111 2222")]
    [InlineData("塩尻\u200b花子", "シオジリ ハナコ", null, "塩尻花子")]
    [InlineData("栁 一", "ヤナギ ハジメ", null, "柳")]
    [InlineData("三ケ島 二", "ミカジマ ニ", null, "三ヶ島")]
    public async Task A_person_is_found_however_it_is_typed(string name, string kana, string? phone, string typed)
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(2, (n, a) => n == 1 ? a with { Name = name, Kana = kana, Phone = phone } : a with { Kana = "ダレカ" });
        var staff = await site.StaffAsync(Role.Reviewer);

        var list = await staff.OpenAsync($"/admin/applications?q={Uri.EscapeDataString(typed)}");

        Assert.Equal([kana], list.Texts(".alist__name small"));
    }

    [Fact]
    public async Task The_order_of_readings_is_that_of_a_Japanese_list()
    {
        using var site = await Site.StartAsync();
        string[] kana = ["ワタナベ アイ", "カワイ タロウ", "ガモウ ジロウ", "ハンドウ アイ", "バンダ アイ", "オオバ アイ", "オーノ アイ"];
        await site.ReceiveAsync(kana.Length, (n, a) => a with { Kana = kana[n - 1] });
        var staff = await site.StaffAsync(Role.Reviewer);

        var list = await staff.OpenAsync("/admin/applications?sort=kana");

        Assert.Equal(["オーノ アイ", "オオバ アイ", "ガモウ ジロウ", "カワイ タロウ", "バンダ アイ", "ハンドウ アイ", "ワタナベ アイ"], list.Texts(".alist__name small"));
    }

    [Fact]
    public async Task Rows_of_an_older_fold_are_folded_anew_at_the_next_start_and_keep_their_version()
    {
        using var site = await Site.StartAsync();
        var before = (await site.ReceiveAsync(3, (n, a) => a with { Kana = $"ガモウ {"アイウ"[n - 1]}" })).Select(a => a.Version).ToList();
        await site.InDatabaseAsync(db => db.Applications.ExecuteUpdateAsync(set => set
            .SetProperty(a => a.SearchText, "").SetProperty(a => a.KanaSortKey, "").SetProperty(a => a.SearchVersion, 0)));

        await site.Services.MigrateAsync(CancellationToken.None);
        await site.Services.MigrateAsync(CancellationToken.None);

        var staff = await site.StaffAsync(Role.Reviewer);
        Assert.Equal(["ガモウ ア", "ガモウ イ", "ガモウ ウ"], (await staff.OpenAsync("/admin/applications?sort=kana&q=がもう")).Texts(".alist__name small"));
        Assert.Equal(before, await site.InDatabaseAsync(db => db.Applications.OrderBy(a => a.Id).Select(a => a.Version).ToListAsync()));
    }
}
