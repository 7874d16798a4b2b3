namespace Shiojiri.CxoLab.Web.Features.Shared.Guarding;

/// <summary>Why the page is shown again although the answers are in order.</summary>
internal sealed record FormNotice(int Status, string Title, string Text)
{
    public static readonly FormNotice Expired = new(
        StatusCodes.Status400BadRequest, "時間が空いたため、まだ送られていません。",
        "入力内容は残っています。もう一度お試しください。何度も続くときは、ブラウザーのCookieが使える設定になっているかをお確かめください。");

    public static readonly FormNotice TooOften = new(
        StatusCodes.Status429TooManyRequests, "短い時間に何度も送られたため、まだ受け付けていません。",
        "入力内容は残っています。少し時間をおいて、もう一度ボタンを押してください。");

    public static readonly FormNotice Unavailable = new(
        StatusCodes.Status503ServiceUnavailable, "送信できませんでした。",
        "入力内容は残っています。しばらくしてからもう一度お試しください。");

    /// <summary>Our own fault, which no waiting mends.</summary>
    public static FormNotice Broken(string officeEmail, string correlationId) => new(
        StatusCodes.Status500InternalServerError, "送信できませんでした。",
        $"こちらの不具合です。申し訳ありません。入力内容は残っています。お手数ですが、この画面を開いたまま {officeEmail} へ、番号 {correlationId} をお知らせください。直ったあとに、もう一度ボタンを押すと送れます。");

    /// <summary>The fee or the cohort changed after the check page was shown.</summary>
    public static readonly FormNotice TermsChanged = new(
        StatusCodes.Status409Conflict, "募集の内容が変わったため、まだ送られていません。",
        "入力内容は残っています。下の参加費と日程をもう一度お確かめのうえ、よろしければ送ってください。");

    /// <summary>The cohort's own questions changed after the page was shown.</summary>
    public static readonly FormNotice QuestionsChanged = new(
        StatusCodes.Status409Conflict, "質問が変わったため、まだ送られていません。",
        "入力内容は残っています。変わった質問を下で見比べ、答えを確かめてから送ってください。");

    /// <summary>Recruitment waits for something at the desk.</summary>
    public static readonly FormNotice Held = new(
        StatusCodes.Status409Conflict, "まだ受け付けていません。",
        "募集の準備がととのっていないため、まだ受け付けていません。入力内容は残っています。このページを開いたまま、募集が始まってから下のボタンを押すと送れます。");

    public static readonly FormNotice HiddenField = new(
        StatusCodes.Status422UnprocessableEntity, "自動で入力された欄があったため、まだ送られていません。",
        "目に見えない欄を空にしました。内容をお確かめのうえ、もう一度お進みください。");
}
