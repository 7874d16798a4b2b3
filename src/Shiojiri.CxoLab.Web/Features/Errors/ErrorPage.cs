namespace Shiojiri.CxoLab.Web.Features.Errors;

/// <param name="CorrelationId">Leads to the log, where the fault is ours; null where there is nothing to look up.</param>
/// <param name="IsLost">Whether the address leads nowhere.</param>
/// <param name="IsDesk">Whether the address is one of the staff area, from which the ways on lead back into it.</param>
/// <param name="Office">Where to turn to, when the fault is ours; else null.</param>
internal sealed record ErrorPage(string Title, string Message, string? CorrelationId, bool IsLost, string? Office, bool IsDesk = false)
{
    public static ErrorPage For(int status, string correlationId, bool isPost = false, string? office = null, bool isDesk = false)
    {
        var (title, message) = status switch
        {
            404 when isDesk => ("ページが見つかりません", "アドレスが違うか、お使いのアカウントでは見られないものです。"),
            404 => ("ページが見つかりません", "ページが移ったか、アドレスが違っているのかもしれません。"),
            400 => ("送信を受け付けられませんでした", "送られた内容を読み取れませんでした。前の画面に戻って、もう一度お試しください。"),
            401 => ("サインインの期限が切れました", "もう一度サインインしてから、お試しください。"),
            403 => ("この操作は許可されていません", "お使いのアカウントの役割では開けないページです。必要なときは、管理者に役割の変更をご相談ください。"),
            405 => ("この操作はできません", "はじめの画面から、もう一度お試しください。"),
            408 => ("時間がかかりすぎました", "通信のよい場所で、もう一度お試しください。"),
            413 => ("送られた内容が大きすぎます", "文章を短くして、もう一度お試しください。"),
            415 => ("この形式では受け取れません", "申し込みは、このサイトの申込フォームからお送りください。"),
            429 => ("短い時間に何度も送られました", "少し時間をおいて、もう一度お試しください。"),
            503 => ("ただいま混み合っています", "しばらくしてから、もう一度お試しください。"),
            >= 500 when isPost => ("送信できませんでした", "こちらの不具合です。ご不便をおかけして申し訳ありません。前の画面に戻ると、入力内容は残っています。お手数ですが、下の連絡先へお知らせください。"),
            >= 500 => ("サイトの中で問題が起きました", "こちらの不具合です。ご不便をおかけして申し訳ありません。お急ぎのときは、下の連絡先へお知らせください。"),
            _ => ("表示できません", "はじめの画面から、もう一度お試しください。"),
        };
        return new ErrorPage(title, message, status >= 500 ? correlationId : null, status == 404, status is >= 500 and not 503 ? office : null, isDesk && status < 500);
    }
}
