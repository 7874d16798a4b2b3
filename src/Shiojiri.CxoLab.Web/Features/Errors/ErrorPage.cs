namespace Shiojiri.CxoLab.Web.Features.Errors;

/// <param name="Title">What happened.</param>
/// <param name="Message">What to do now.</param>
/// <param name="CorrelationId">Leads to the log, where the fault is ours; null where there is nothing to look up.</param>
/// <param name="IsLost">Whether the address leads nowhere.</param>
internal sealed record ErrorPage(string Title, string Message, string? CorrelationId, bool IsLost)
{
    public static ErrorPage For(int status, string correlationId)
    {
        var (title, message) = status switch
        {
            404 => ("ページが見つかりません", "アドレスが変わったか、入力に誤りがあるのかもしれません。"),
            400 => ("リクエストを受け取れませんでした", "送られた内容を読み取れませんでした。前の画面に戻って、もう一度お試しください。"),
            401 => ("サインインの期限が切れました", "もう一度サインインしてから、お試しください。"),
            403 => ("この操作は許可されていません", "お使いのアカウントの役割では開けないページです。必要なときは、管理者に役割の変更をご相談ください。"),
            405 => ("この操作はできません", "ホームからもう一度お試しください。"),
            408 => ("時間がかかりすぎました", "通信のよい場所で、もう一度お試しください。"),
            413 => ("送られた内容が大きすぎます", "文章を短くして、もう一度お試しください。"),
            415 => ("この形式では受け取れません", "申し込みは、このサイトの申込フォームからお送りください。"),
            429 => ("短い時間に何度も送られました", "少し時間をおいて、もう一度お試しください。"),
            503 => ("ただいま混み合っています", "しばらくしてから、もう一度お試しください。"),
            >= 500 => ("サイトの中で問題が起きました", "ご不便をおかけして申し訳ありません。しばらくしてから、もう一度お試しください。"),
            _ => ("表示できません", "ホームからもう一度お試しください。"),
        };
        return new ErrorPage(title, message, status >= 500 ? correlationId : null, status == 404);
    }
}
