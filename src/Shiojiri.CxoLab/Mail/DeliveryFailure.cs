using System.Text.RegularExpressions;

namespace Shiojiri.CxoLab.Mail;

/// <summary>What a mail server's answer means to the people at the desk (送れなかった理由), by reply code (RFC 5321) and enhanced status code (RFC 3463, RFC 5248).</summary>
public static partial class DeliveryFailure
{
    private const string NotFound = "宛先が見つかりません。アドレスを確かめてください";
    private const string NoDomain = "アドレスの「@」より後が見つかりません。アドレスを確かめてください";
    private const string Unused = "宛先のアドレスは、いまは使われていません。ほかの連絡先を確かめてください";
    private const string Full = "宛先のメールボックスがいっぱいで、受け取れません";
    private const string TooLarge = "メールが大きすぎて、受け取ってもらえませんでした";
    private const string Refused = "相手のメールサーバーに受け取りを断られました。ほかの連絡先を確かめてください";
    private const string Suspected = "相手のメールサーバーに受け取りを断られました。迷惑メールと見なされたのかもしれません";
    private const string Sender = "差出人のアドレスが受け付けられませんでした。メールの設定を確かめてください";
    private const string NoEntry = "メールサーバーにサインインできませんでした。メールの設定を確かめてください";
    private const string Later = "相手のメールサーバーが、一時的に受け取れない状態でした";
    private const string NoConnection = "メールサーバーにつながりませんでした";
    private const string Unknown = "思いがけない問題が起きて、送れませんでした";

    /// <summary>What the transport notes when it never got as far as an answer.</summary>
    private static readonly string[] LostConnections =
        ["SocketException:", "IOException:", "TimeoutException:", "SmtpProtocolException:", "SslHandshakeException:", "ServiceNotConnectedException:", "The server took too long"];

    /// <summary>宛先が見つかりません。アドレスを確かめてください</summary>
    /// <param name="answer">As the transport noted it: 550 5.1.1 no such user, or SocketException: …</param>
    public static string SentenceOf(string answer)
    {
        if (Answer().Match(answer) is not { Success: true } found)
        {
            return LostConnections.Any(lost => answer.StartsWith(lost, StringComparison.Ordinal)) ? NoConnection
                : answer.StartsWith("AuthenticationException:", StringComparison.Ordinal) || answer.StartsWith("ServiceNotAuthenticatedException:", StringComparison.Ordinal) ? NoEntry
                : Unknown;
        }

        var (code, isForGood) = (found.Groups["code"].Value, found.Groups["code"].Value[0] == '5');
        return OfStatus(found.Groups["status"].Value, isForGood) ?? OfCode(code, isForGood);
    }

    // Subject and detail of an enhanced code say more than the three digits before it.
    private static string? OfStatus(string status, bool isForGood) => status switch
    {
        "1.1" or "1.3" or "1.4" => NotFound,
        "1.2" or "1.10" or "4.4" when isForGood => NoDomain,
        "1.6" or "2.1" when isForGood => Unused,
        "1.7" or "1.8" => Sender,
        "2.2" => Full,
        "2.3" or "3.4" => TooLarge,
        "7.0" or "7.8" or "7.9" or "7.11" or "7.14" when isForGood => NoEntry,
        _ when status.StartsWith("7.", StringComparison.Ordinal) && isForGood => Suspected,
        _ => null,
    };

    private static string OfCode(string code, bool isForGood) => code switch
    {
        "530" or "534" or "535" or "538" => NoEntry,
        "550" or "551" or "553" => NotFound,
        "452" or "552" => Full,
        "554" => Suspected,
        _ => isForGood ? Refused : Later,
    };

    [GeneratedRegex(@"^(?<code>[45]\d\d)\b[ -]*(?:[45]\.(?<status>\d{1,3}\.\d{1,3})\b)?", RegexOptions.CultureInvariant)]
    private static partial Regex Answer();
}
