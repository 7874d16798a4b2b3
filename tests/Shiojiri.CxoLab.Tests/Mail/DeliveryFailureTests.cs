using Shiojiri.CxoLab.Mail;

namespace Shiojiri.CxoLab.Tests.Mail;

public sealed class DeliveryFailureTests
{
    [Theory]
    [InlineData("550 no such user here", "宛先が見つかりません。アドレスを確かめてください")]
    [InlineData("550 5.1.1 The email account does not exist", "宛先が見つかりません。アドレスを確かめてください")]
    [InlineData("553 5.1.3 bad address", "宛先が見つかりません。アドレスを確かめてください")]
    [InlineData("550 5.1.2 unknown domain", "アドレスの「@」より後が見つかりません。アドレスを確かめてください")]
    [InlineData("556 5.1.10 null MX", "アドレスの「@」より後が見つかりません。アドレスを確かめてください")]
    [InlineData("550 5.2.1 mailbox disabled", "宛先のアドレスは、いまは使われていません。ほかの連絡先を確かめてください")]
    [InlineData("552 5.2.2 over quota", "宛先のメールボックスがいっぱいで、受け取れません")]
    [InlineData("452 4.2.2 over quota", "宛先のメールボックスがいっぱいで、受け取れません")]
    [InlineData("552 5.3.4 message too big", "メールが大きすぎて、受け取ってもらえませんでした")]
    [InlineData("550 5.7.1 rejected by policy", "相手のメールサーバーに受け取りを断られました。迷惑メールと見なされたのかもしれません")]
    [InlineData("550 5.7.26 not authenticated", "相手のメールサーバーに受け取りを断られました。迷惑メールと見なされたのかもしれません")]
    [InlineData("554 transaction failed", "相手のメールサーバーに受け取りを断られました。迷惑メールと見なされたのかもしれません")]
    [InlineData("501 5.5.4 syntax", "相手のメールサーバーに受け取りを断られました。ほかの連絡先を確かめてください")]
    [InlineData("553 5.1.8 sender domain not found", "差出人のアドレスが受け付けられませんでした。メールの設定を確かめてください")]
    [InlineData("535 5.7.8 bad credentials", "メールサーバーにサインインできませんでした。メールの設定を確かめてください")]
    [InlineData("AuthenticationException: 535: nope", "メールサーバーにサインインできませんでした。メールの設定を確かめてください")]
    [InlineData("451 4.7.1 greylisted, try again later", "相手のメールサーバーが、一時的に受け取れない状態でした")]
    [InlineData("421", "相手のメールサーバーが、一時的に受け取れない状態でした")]
    [InlineData("SocketException: Connection refused", "メールサーバーにつながりませんでした")]
    [InlineData("The server took too long.", "メールサーバーにつながりませんでした")]
    [InlineData("FormatException", "思いがけない問題が起きて、送れませんでした")]
    [InlineData("", "思いがけない問題が起きて、送れませんでした")]
    public void An_answer_of_a_mail_server_is_told_in_plain_words(string answer, string words) => Assert.Equal(words, DeliveryFailure.SentenceOf(answer));
}
