using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Staff;
using static Microsoft.Playwright.Assertions;

namespace Shiojiri.CxoLab.BrowserTests.Desk;

/// <summary>
/// From the third cohort to the fourth by somebody who knows no code: after the first address of staff and of the visitor only what stands on the
/// pages is followed, filled in and pressed.
/// </summary>
public sealed partial class NextCohortJourneyTests(Stage stage) : IClassFixture<Stage>
{
    private const string Theme = "空き家を、人の集まる場所に";
    private const string Project = "漆器と暮らす一週間";
    private const string Asked = "説明会に来ましたか";
    private const string AskedNext = "どの説明会ですか";

    // The third cohort is over, the first briefing of the fourth still to come. A site for each width: both make a fourth cohort.
    private BrowserSite SiteOf(int width) => stage.SiteAt(width == 1280 ? "2023-06-05T09:00:00+09:00" : "2023-06-06T09:00:00+09:00");

    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public Task From_the_third_cohort_to_the_fourth_without_a_line_of_code(int width)
    {
        var site = SiteOf(width);
        return stage.VisitAsync(
            new View(width, Axe: true),
            async page =>
            {
                var account = await site.AccountAsync(Role.Administrator, "事務局 小林");
                await using var outside = await (await Browser.RunningAsync()).OpenAsync(site, new View(width, Axe: true));
                var visitor = await outside.NewPageAsync();
                var (watch, watchOutside) = (Watch.Over(page.Context, site), Watch.Over(outside, site));

                await page.SignInAsync(account);
                await page.SeesAsync("ダッシュボード");
                await CopyAsync(page);
                await MendAsync(page);
                await ChangeFeeAsync(page);
                await DatesAsync(page);
                await BriefingAsync(page);
                await ThemeAsync(page);
                await QuestionsAsync(page);
                await NewsAsync(page);
                await ProjectAsync(page);
                await SeesNothingYetAsync(visitor);
                await PublishAsync(page);
                await LooksAroundAsync(visitor);
                var number = await AppliesAsync(visitor);
                await FindsApplicationAsync(page, number);
                await TakesDecisionBackAsync(page);
                await RestoresTextAsync(page, visitor);

                watch.SawNoFault();
                watchOutside.SawNoFault();
            },
            site);
    }

    private static async Task CopyAsync(IPage page)
    {
        await page.FromMenuAsync("期と日程");
        await page.SeesAsync("期と日程");
        await StopAsync(page);
        await page.FollowAsync("次の期を作る");
        await page.SeesAsync("第三期から次の期を作る");
        await StopAsync(page);
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "オリエンテーション" });
        await Expect(row).ToContainTextAsync("同じ曜日");
        await page.GetByLabel("オリエンテーションの新しい日にち").FillAsync("2023年7月20日");
        await page.PressAsync("直した日の曜日を確かめる");
        await Expect(row).ToContainTextAsync("曜日が変わります（水曜日から木曜日）");
        await StopAsync(page);
        await page.PressAsync("次の期を準備中として保存する");
        await page.SeesAsync("第四期");
        await Expect(page.Locator(".adm-top p")).ToHaveTextAsync("準備中・サイトにはまだ出ていません");
        await StopAsync(page);
    }

    /// <summary>Everything that 公開前の確認 names as missing, each by its own link.</summary>
    private static async Task MendAsync(IPage page)
    {
        await MendAsync(page, "お問い合わせ先", "連絡先", ("受け取るメール", "lab@example.jp"), ("電話番号", "0263-00-0000"), ("受け付ける時間", "平日 9:00〜17:00"));
        await MendAsync(page, "販売者の表示", "特定商取引法にもとづく表示", ("販売者", "見本市"), ("責任者", "見本 一郎"), ("所在地", "長野県見本市見本町1番地"));
        await MendAsync(page, "支払いと返金の条件", "支払いと返金", ("振込手数料", "振込手数料は、お申し込みの方のご負担です。"), ("返金の条件", "開始日の前日までは、全額をお返しします。"));
        await MendAsync(
            page, "振込先", "振込先", ("銀行", "見本銀行"), ("支店", "見本支店（店番 001）"), ("種類", "普通"), ("口座番号", "1234567"), ("口座名義（カナ）", "ミホンラボ"));
        await MendAsync(page, "個人情報の取り扱い", "個人情報", ("管理する人", "見本課長 見本 二郎"), ("申し込みの保管", "期間が終わってから3年間保管します。"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "公開前の確認" })).ToContainTextAsync("7つのうち 7つ済み");
        await StopAsync(page);
    }

    private static async Task MendAsync(IPage page, string item, string section, params (string Label, string Value)[] values)
    {
        await FollowAsync(page, "入力する", item);
        await page.SeesAsync(section);
        await StopAsync(page);
        foreach (var (label, value) in values)
        {
            await page.GetByLabel(label).First.FillAsync(value);
        }

        await page.PressAsync($"{section}を保存する");
        await Expect(page.Locator(".saved p")).ToContainTextAsync($"{section}を保存しました");
        if (item is "支払いと返金の条件" or "振込先")
        {
            await page.FollowAsync("第四期へ戻る");
        }
        else
        {
            await page.FollowAsync("期の公開の準備へ");
            await page.FollowAsync("第四期");
        }
    }

    private static async Task ChangeFeeAsync(IPage page)
    {
        await FollowAsync(page, "変える", "期間と募集");
        await page.GetByLabel("参加費（円、税込）").FillAsync("22,000");
        await page.GetByLabel("定員").FillAsync("20");
        await page.GetByLabel("「約」をつける").CheckAsync();
        await StopAsync(page);
        await page.PressAsync("変わることを確かめる");
        await page.SeesAsync("第四期をこのように変えますか");
        await Expect(page.Locator(".effects li").Last).ToHaveTextAsync("これから申し込む方の参加費は22,000円（税込）です。");
        await StopAsync(page);
        await page.PressAsync("2か所を保存する");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("22,000円");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("約20名");
    }

    private static async Task DatesAsync(IPage page)
    {
        await PartAsync(page, "日程");
        await StopAsync(page);
        await page.FollowAsync("日程を足す");
        await page.GetByLabel(new Regex("^名前")).FillAsync("最終発表会");
        await page.GetByLabel("日にち").FillAsync("2024-01-20");
        await page.GetByLabel("はじまりの時刻").FillAsync("13:00");
        await page.GetByLabel("おわりの時刻").FillAsync("17:00");
        await page.GetByRole(AriaRole.Group, new() { Name = "開き方" }).GetByLabel("日を決めて集まる").CheckAsync();
        await page.GetByLabel("段階の番号").FillAsync("5");
        await page.GetByLabel("段階の名前").FillAsync("最終発表会");
        await page.GetByRole(AriaRole.Group, new() { Name = "場所" }).GetByLabel("現地", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("会場").FillAsync("見本市民交流センター");
        await StopAsync(page);
        await page.PressAsync("日程を足す");
        await Expect(page.Locator(".saved p")).ToContainTextAsync("最終発表会");
        await FollowAsync(page, "移す", "「仕様書」作成研修");
        await page.GetByLabel("日にち").FillAsync("2023/8/5");
        await StopAsync(page);
        await page.PressAsync("変わることを確かめる");
        await Expect(page.Locator(".diff ins")).ToContainTextAsync("8月5日(土)");
        await StopAsync(page);
        await page.PressAsync("この日に移す");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "「仕様書」作成研修" })).ToContainTextAsync("8月5日(土)");
        await StopAsync(page);
    }

    private static async Task BriefingAsync(IPage page)
    {
        await PartAsync(page, "説明会");
        await StopAsync(page);
        await page.FollowAsync("説明会を足す");
        await page.GetByLabel("題名").FillAsync("第四期 オンライン相談会");
        await page.GetByLabel("日にち").FillAsync("2023-07-13");
        await page.GetByLabel("はじまりの時刻").FillAsync("20:00");
        await page.GetByLabel("おわりの時刻").FillAsync("21:00");
        await page.GetByLabel("申し込み先").FillAsync("https://events.example.jp/20230713");
        await StopAsync(page);
        await page.PressAsync("説明会を足す");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "第四期 オンライン相談会" })).ToContainTextAsync("7月13日(木)");
    }

    private static async Task ThemeAsync(IPage page)
    {
        await PartAsync(page, "テーマ");
        await page.FollowAsync("テーマを足す");
        await page.GetByLabel("テーマの題名").FillAsync("空き家を、|人の集まる場所に");
        await page.GetByLabel("地域プレイヤー").FillAsync("見本 花子");
        await page.GetByLabel("仕事や団体").FillAsync("見本工房");
        await page.GetByLabel("本人の言葉").FillAsync("古い家を、だれでも立ち寄れる場所にします。");
        await page.GetByLabel("求める人").FillAsync("写真や文で伝えるのが好きな人\nお金の流れを一緒に考えられる人");
        await page.GetByLabel("載せる文を、本人に確かめました").CheckAsync();
        await page.GetByLabel("公開", new() { Exact = true }).CheckAsync();
        await StopAsync(page);
        await page.PressAsync("テーマを保存する");
        await Expect(page.Locator(".saved p")).ToContainTextAsync("第四期を公開すると、サイトに出ます");
        await Expect(page.Locator(".thm .chip")).ToHaveTextAsync("期の公開を待つ");
        await StopAsync(page);
        var preview = await page.Context.RunAndWaitForPageAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "見え方" }).First.ClickAsync());
        await preview.SeesAsync(Theme);
        await StopAsync(preview);
        await preview.CloseAsync();
    }

    private static async Task QuestionsAsync(IPage page)
    {
        await PartAsync(page, "質問");
        await AskAsync(page, Asked, "はい・いいえ");
        await AskAsync(page, AskedNext, "一つ選ぶ");
        await StopAsync(page);
    }

    private static async Task AskAsync(IPage page, string wording, string kind)
    {
        await page.FollowAsync("質問を足す");
        await page.GetByLabel("質問の文").FillAsync(wording);
        await page.GetByLabel("答え方").SelectOptionAsync(new SelectOptionValue { Label = kind });
        if (wording == AskedNext)
        {
            await page.GetByLabel("選択肢").FillAsync("6月16日\n6月28日\n7月13日");
            await page.GetByLabel("前の質問の答えによって出す").CheckAsync();
            await page.GetByRole(AriaRole.Group, new() { Name = $"「{Asked}」の答えが" }).GetByLabel("はい").CheckAsync();
        }

        await page.PressAsync("見え方を新しくする");
        await Expect(page.Locator(".view__in legend")).ToContainTextAsync(wording);
        await StopAsync(page);
        await page.PressAsync("質問を公開する");
        await page.SavedAsync($"「{wording}」を保存しました。第四期を公開すると、フォームに出ます");
    }

    /// <summary>One of the pages of the cohort, by the row of its tabs.</summary>
    private static Task PartAsync(IPage page, string name) =>
        page.GetByRole(AriaRole.Navigation, new() { NameRegex = new Regex("第四期") }).GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();

    /// <summary>A link that says to whoever can't see the row what it belongs to.</summary>
    private static Task FollowAsync(IPage page, string act, string of) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { NameRegex = new Regex($"^{act} ?（{Regex.Escape(of)}") }).ClickAsync();

    /// <summary>Holds what stands there against axe, at the width of the visit; it must not scroll sideways.</summary>
    private static Task StopAsync(IPage page) => page.FindsNoFaultAsync(Axe.Rules, page.ViewportSize!.Width);
}
