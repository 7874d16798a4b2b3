using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shiojiri.CxoLab.BrowserTests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Shiojiri.CxoLab.BrowserTests.Desk;

/// <summary>Texts, publication, what visitors see of it, and what comes back to the desk.</summary>
public sealed partial class NextCohortJourneyTests
{
    private const string NewsNow = "事務局の電話番号が変わりました";
    private const string NewsLater = "第四期の説明会を開きます";

    private static async Task NewsAsync(IPage page)
    {
        await page.FromMenuAsync("ページ");
        await page.SeesAsync("ページ");
        await StopAsync(page);
        await WriteAsync(page, "お知らせを書く");
        await page.GetByLabel("題名").FillAsync(NewsLater);
        await page.GetByLabel(new Regex("^日付")).FillAsync("2023-07-01");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "本文" }).FillAsync("くわしい日時は、**説明会のページ**をご覧ください。");
        await Expect(page.Locator("[data-preview] strong")).ToHaveTextAsync("説明会のページ");
        await page.GetByLabel("日時を決めて公開する").CheckAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "公開する日" }).FillAsync("2023-07-01");
        await page.GetByLabel(new Regex("^時刻")).First.FillAsync("10:00");
        await StopAsync(page);
        await page.PressAsync("7月1日(土) 10:00に公開する");
        await Expect(page.Locator(".saved p")).ToContainTextAsync("2023年7月1日");
        await StopAsync(page);

        await page.FollowAsync("ページの一覧へ戻る");
        await WriteAsync(page, "お知らせを書く");
        await page.GetByLabel("題名").FillAsync(NewsNow);
        await page.GetByLabel(new Regex("^日付")).FillAsync("2023-06-05");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "本文" }).FillAsync("お手元の番号をお確かめください。");
        await page.GetByLabel("全ページの上に出す一行").FillAsync("事務局の電話番号が変わりました");
        await page.GetByLabel("一行を消す日").FillAsync("2023-06-30");
        await PublishTextAsync(page);
        await StopAsync(page);
    }

    private static async Task ProjectAsync(IPage page)
    {
        await page.FollowAsync("ページの一覧へ戻る");
        await WriteAsync(page, "プロジェクトを足す");
        await page.GetByLabel("題名").FillAsync("漆器と|暮らす一週間");
        await page.GetByLabel("年度").FillAsync("2022");
        await page.GetByLabel(new Regex("^期")).FillAsync("第三期");
        await page.GetByLabel("ひとことで").FillAsync("漆器の使い手をふやす、滞在の形を考えました。");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "成果" }).FillAsync("- 滞在プランを**三つ**まとめました");
        await page.GetByLabel("絵").SelectOptionAsync(new SelectOptionValue { Label = "手しごと" });
        await StopAsync(page);
        await PublishTextAsync(page);
        var preview = await page.Context.RunAndWaitForPageAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "パソコン", Exact = true }).ClickAsync());
        await preview.SeesAsync(Project);
        await StopAsync(preview);
        await preview.CloseAsync();
    }

    private static async Task WriteAsync(IPage page, string link)
    {
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(link);
    }

    private static async Task PublishTextAsync(IPage page)
    {
        await page.GetByLabel("いま公開する").CheckAsync();
        await page.PressAsync("いま公開する");
        await Expect(page.Locator(".saved p")).ToContainTextAsync("公開しました。すべての人に見えます");
    }

    private static async Task SeesNothingYetAsync(IPage page)
    {
        await page.GotoAsync("/");
        foreach (var place in new[] { null, "募集要項", "スケジュール", "説明会", "よくある質問" })
        {
            if (place is not null)
            {
                await GoAsync(page, place);
            }

            await Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "大切なお知らせ" })).ToContainTextAsync(NewsNow);
            var shown = await page.ContentAsync();
            Assert.All(["第四期", "22,000", "最終発表会", "相談会", Theme, "見本 花子", Asked, NewsLater], secret => Assert.DoesNotContain(secret, shown, StringComparison.Ordinal));
            await StopAsync(page);
        }
    }

    private static async Task PublishAsync(IPage page)
    {
        await page.FromMenuAsync("期と日程");
        await page.FollowAsync("第四期");
        await page.FollowAsync("公開の確認へ");
        await page.SeesAsync("第四期を公開しますか");
        await page.GetByLabel("いますぐ").CheckAsync();
        await StopAsync(page);
        await page.PressAsync("第四期を公開する");
        await Expect(page.Locator(".saved p")).ToContainTextAsync("公開しました");
        await StopAsync(page);
    }

    private static async Task LooksAroundAsync(IPage page)
    {
        await GoAsync(page, "募集要項");
        await page.SeesAsync("第四期メンバー 募集要項");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("22,000円（税込）");
        await StopAsync(page);
        await page.FollowAsync(Theme);
        await page.SeesAsync(Theme);
        await StopAsync(page);
        await GoAsync(page, "スケジュール");
        await page.SeesAsync("第四期のスケジュール");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("見本市民交流センター");
        await StopAsync(page);
        await GoAsync(page, "説明会");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("第四期 オンライン相談会");
        await StopAsync(page);
        await page.GetByRole(AriaRole.Contentinfo).GetByRole(AriaRole.Link, new() { Name = "これまでの期" }).ClickAsync();
        await page.SeesAsync("これまでの期");
        await StopAsync(page);
        await page.FollowAsync("第三期");
        await page.SeesAsync("第三期");
        await StopAsync(page);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "2022年度のプロジェクト" }).ClickAsync();
        await page.FollowAsync(Project);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "成果" }).Locator("strong")).ToHaveTextAsync("三つ");
        await StopAsync(page);
        await page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.Locator(".hero .badge")).ToContainTextAsync("第四期");
        await StopAsync(page);
    }

    /// <summary>The number that the applicant is given.</summary>
    private static async Task<string> AppliesAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "申し込む", Exact = true }).First.ClickAsync();
        await page.SeesAsync("第四期メンバー 申し込み");
        await page.GetByLabel("氏名").FillAsync("例文 楓");
        await page.GetByLabel("フリガナ").FillAsync("れいぶん かえで");
        await page.GetByLabel("メールアドレス").FillAsync("kaede@example.jp");
        await page.GetByLabel("お住まいの都道府県").SelectOptionAsync("東京都");
        foreach (var session in new[] { "「仕様書」作成研修", "現地フィールドワーク", "最終発表会" })
        {
            await page.GetByRole(AriaRole.Group, new() { Name = $"{session}に参加できますか" }).GetByRole(AriaRole.Radio).First.CheckAsync();
        }

        await page.GetByLabel($"{Theme}｜見本 花子").CheckAsync();
        await page.GetByLabel("応募の動機").FillAsync("古い家に住んでみたくて、申し込みます。");
        var next = page.GetByRole(AriaRole.Group, new() { Name = AskedNext });
        await Expect(next).ToBeVisibleAsync(new() { Visible = false });
        await page.GetByRole(AriaRole.Group, new() { Name = Asked }).GetByLabel("はい").CheckAsync();
        await next.GetByLabel("6月28日").CheckAsync();
        await page.GetByLabel("個人情報の取り扱いと参加の条件に同意する").CheckAsync();
        await StopAsync(page);
        await page.PressAsync("入力内容を確認する");
        await page.SeesAsync("入力内容の確認");
        await StopAsync(page);
        await page.PressAsync("この内容で申し込む");
        await page.SeesAsync("お申し込みを受け付けました");
        await StopAsync(page);
        return await page.Locator(".done__ref b").InnerTextAsync();
    }

    private static async Task FindsApplicationAsync(IPage page, string number)
    {
        await page.FromMenuAsync("申込者");
        await page.SeesAsync("申込者");
        await page.GetByText("くわしい条件").ClickAsync();
        await page.GetByLabel("関心のあるテーマ").SelectOptionAsync(new SelectOptionValue { Label = Theme });
        await page.GetByLabel("この期の質問").SelectOptionAsync(new SelectOptionValue { Label = "6月28日" });
        await page.PressAsync("絞り込む");
        await StopAsync(page);
        await page.FollowAsync("例文 楓");
        var main = page.GetByRole(AriaRole.Main);
        await Expect(main).ToContainTextAsync(number);
        await Expect(main).ToContainTextAsync(Theme);
        await Expect(main).ToContainTextAsync("6月28日");
        await StopAsync(page);
    }

    /// <summary>Accepted by mistake, and taken back while the mail waits.</summary>
    private static async Task TakesDecisionBackAsync(IPage page)
    {
        await page.FollowAsync("申込者の一覧へ戻る");
        await page.GetByLabel("例文 楓を選ぶ", new() { Exact = true }).CheckAsync();
        await page.PressAsync("参加確定を準備");
        await page.PressAsync("選んだ決定を確かめる");
        await page.SeesAsync("この1件を決定して知らせますか");
        await page.PressAsync("1件を決定して知らせる");
        await page.SeesAsync("決定した1件");
        await StopAsync(page);
        await FollowAsync(page, "決定を取り消す", "例文 楓");
        await page.SeesAsync("決定を取り消す");
        await page.GetByLabel("取り消す理由").FillAsync("別の方と取り違えました");
        await StopAsync(page);
        await page.PressAsync("決定を取り消す");
        await Expect(page.Locator(".saved p")).ToBeVisibleAsync();
        await StopAsync(page);
    }

    private static async Task RestoresTextAsync(IPage page, IPage visitor)
    {
        await page.FromMenuAsync("ページ");
        await page.GetByRole(AriaRole.Link, new() { Name = NewsNow, Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "本文" }).FillAsync("この番号は間違いでした。");
        await PublishTextAsync(page);
        await page.FollowAsync("履歴");
        await page.GetByRole(AriaRole.Link, new() { Name = "版1" }).ClickAsync();
        await StopAsync(page);
        await page.PressAsync("この内容を下書きにする");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "本文" })).ToHaveValueAsync("お手元の番号をお確かめください。");
        await PublishTextAsync(page);
        await visitor.GetByRole(AriaRole.Complementary, new() { Name = "大切なお知らせ" }).GetByRole(AriaRole.Link).ClickAsync();
        await visitor.SeesAsync(NewsNow);
        await Expect(visitor.GetByRole(AriaRole.Main)).ToContainTextAsync("お手元の番号をお確かめください。");
        await StopAsync(visitor);
    }

    /// <summary>A page of the public menu, which a phone folds behind a button.</summary>
    private static async Task GoAsync(IPage page, string place)
    {
        var button = page.Locator(".menu > summary");
        if (await button.IsVisibleAsync())
        {
            await button.ClickAsync();
        }

        await page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = place, Exact = true }).ClickAsync();
    }
}
