using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Audit;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Audit;

/// <summary>Every action has its sentence, with the details that the site stores today and with any others.</summary>
public sealed class AuditSentenceTests
{
    private const string Person = "見本 三郎さん";

    public static TheoryData<AuditAction> Actions => [.. Enum.GetValues<AuditAction>()];

    [Theory]
    [InlineData(AuditAction.SignedIn, null, """{"Way":"password and code"}""", "パスワードと認証コードでサインイン")]
    [InlineData(AuditAction.SignInFailed, null, """{"Way":"password"}""", "パスワードでサインインしようとして失敗")]
    [InlineData(AuditAction.LockedOut, null, """{"Minutes":15}""", "続けて間違えたため、15分のあいだサインインを停止")]
    [InlineData(AuditAction.PasswordChanged, null, null, "見本 三郎さんのパスワードを変更")]
    [InlineData(AuditAction.PasskeyAdded, null, """{"Name":"電話"}""", "見本 三郎さんのパスキー「電話」を追加")]
    [InlineData(AuditAction.StaffInvited, null, """{"Name":"見本 三郎","Role":"Reviewer","CohortId":null}""", "見本 三郎さんを「審査」の職員に招待")]
    [InlineData(AuditAction.ContentPublished, null, """{"Number":2,"From":null,"Until":null}""", "見本 三郎さんを公開")]
    [InlineData(AuditAction.ContentPublished, null, """{"Number":2,"From":"2022年6月24日(金) 09:00","Until":null}""", "見本 三郎さんを2022年6月24日(金) 09:00に公開するよう予約")]
    [InlineData(AuditAction.StaffChanged, """{"Role":"Viewer","CohortId":null}""", """{"Role":"Treasurer","CohortId":null}""", "見本 三郎さんの役割を「閲覧」から「会計」に変更")]
    [InlineData(AuditAction.StaffChanged, """{"Disabled":false}""", """{"Disabled":true}""", "見本 三郎さんの利用を停止")]
    [InlineData(AuditAction.ListViewed, null, """{"page":"list","cohort":"第三期","filter":{},"shown":4,"of":9}""", "申込者の一覧（4件）を閲覧")]
    [InlineData(AuditAction.ApplicantViewed, null, """{"Page":"payments"}""", "見本 三郎さんの入金を閲覧")]
    [InlineData(AuditAction.MailViewed, null, """{"Mail":"x","Kind":"PaymentThanks"}""", "見本 三郎さんへのメール「入金のお礼」を閲覧")]
    [InlineData(AuditAction.Exported, null, """{"cohort":"第三期","filter":{},"columns":["a","b"],"count":45,"format":"csv"}""", "第三期の申込者 45名をCSVに書き出し（2項目）")]
    [InlineData(AuditAction.ApplicationEntered, null, """{"Channel":"Paper","ArrivedOn":"2022-06-09","Name":"見本","Email":"a@example.jp"}""", "見本 三郎さんの申し込みを入力（紙・6月9日着）")]
    [InlineData(AuditAction.ContactCorrected, """{"Phone":"09000000000"}""", """{"Phone":"09000000001"}""", "見本 三郎さんの電話番号を変更: 09000000000 から 09000000001")]
    [InlineData(AuditAction.NoteAdded, null, """{"Note":"電話で\n確認"}""", "見本 三郎さんにメモを追加「電話で 確認」")]
    [InlineData(AuditAction.TagRemoved, """{"Tag":"面談済"}""", null, "見本 三郎さんのタグ「面談済」を外した")]
    [InlineData(AuditAction.Assigned, """{"Assignee":null}""", """{"Assignee":"審査 花子"}""", "見本 三郎さんの担当を審査 花子さんに変更")]
    [InlineData(AuditAction.Reviewed, null, """{"Scores":{"1. 志":4,"2. 力":null},"Comment":null}""", "見本 三郎さんを採点（1. 志 4、2. 力 採点しない）")]
    [InlineData(AuditAction.AdmissionChanged, null, """{"Mode":"Selection","FeeTiming":"OnAdmission"}""", "見本 三郎さんの参加の決め方を「選考」、費用のお願いを「参加が決まったとき」に変更")]
    [InlineData(AuditAction.DueDateMoved, """{"DueOn":"2022-06-17"}""", """{"DueOn":"2022-07-01","Reason":"お給料日のあとに"}""", "見本 三郎さんのお支払いの期限を7月1日に移した。理由「お給料日のあとに」")]
    [InlineData(AuditAction.RefundAccountEntered, null, null, "見本 三郎さんのお返し先の口座を入力")]
    [InlineData(AuditAction.RefundAccountEntered, """{"Known":true}""", null, "見本 三郎さんのお返し先の口座を訂正")]
    [InlineData(AuditAction.PaymentAsked, null, """{"Kind":"PaymentReminder"}""", "見本 三郎さんにお支払いのお願いを送信")]
    [InlineData(AuditAction.PaymentAsked, null, """{"Kind":"InstructionsAgain"}""", "見本 三郎さんにお支払いのご案内を再送")]
    [InlineData(AuditAction.CriteriaChanged, "[]", """[{"Name":"志","Weight":2}]""", "見本 三郎さんの審査の観点を変更: 志（重み 2）")]
    [InlineData(AuditAction.DecisionPrepared, """{"Status":"UnderReview"}""", """{"Prepared":"Declined"}""", "見本 三郎さんを「見送り」とする準備")]
    [InlineData(AuditAction.PreparationUndone, """{"To":"Declined"}""", null, "見本 三郎さんを「見送り」とする準備を取り消し")]
    [InlineData(AuditAction.StatusChanged, """{"Status":"UnderReview"}""", """{"Status":"Accepted","PreparedBy":"審査 花子","Mail":"お知らせ","HeldMinutes":10}""", "見本 三郎さんを「審査中」から「参加確定」に変更（審査 花子さんの準備）。お知らせのメール1通を10分後に送信")]
    [InlineData(AuditAction.StatusChanged, """{"Status":"UnderReview"}""", """{"Status":"Declined","Mail":"お知らせ","CancelledMails":["x"]}""", "見本 三郎さんを「審査中」から「見送り」に変更。お知らせのメール1通を送信。送信待ちのメール1通を取り消し")]
    [InlineData(AuditAction.StatusChanged, """{"Decision":"UnderReview"}""", """{"Decision":"Declined"}""", "見本 三郎さんを「審査中」から「見送り」に変更")]
    [InlineData(AuditAction.PaymentRecorded, """{"Received":20000,"Status":"Paid"}""", """{"Received":40000,"Status":"Paid","Amount":20000,"OccurredOn":"2022-06-09","Way":"BankTransfer","Remark":null}""", "見本 三郎さんの入金 20,000円（6月9日・銀行振込）を記録。合計 40,000円")]
    [InlineData(AuditAction.EntryReversed, """{"Received":20000}""", """{"Received":0,"Amount":20000,"OccurredOn":"2022-06-19","Way":null,"Remark":"別の人の振り込みでした"}""", "見本 三郎さんの入金の記録 20,000円（6月19日）を取り消し。備考「別の人の振り込みでした」。合計 0円")]
    [InlineData(AuditAction.GroupMailQueued, null, """{"Filter":{},"Applications":4,"Addresses":3,"Subject":"会場の変更"}""", "見本 三郎さんの3名へメール「会場の変更」をまとめて送信")]
    [InlineData(AuditAction.SamplesAdded, null, """{"cohort":"第三期","count":45}""", "見本の申込者45名を追加")]
    [InlineData(AuditAction.DetailsErased, null, """{"Lines":3}""", "見本 三郎さんの記録から個人の情報を消去（3行）")]
    [InlineData(AuditAction.PersonErased, null, """{"Cause":"Request","Merged":["0312345678"],"Mails":3,"Stopped":2,"Inquiries":0,"Lines":4}""", "見本 三郎さんの個人情報を申し出により削除（まとめた申し込み1件も、送信待ちのメール2通を止めた）")]
    [InlineData(AuditAction.PersonErased, null, """{"Cause":"Retention","Merged":[],"Mails":3,"Stopped":0,"Inquiries":1,"Lines":4}""", "見本 三郎さんの個人情報を保管の期間が過ぎたため削除（問い合わせ1件も）")]
    [InlineData(AuditAction.PersonErased, null, """{"Cause":"CameAfterwards","Merged":[],"Mails":0,"Stopped":0,"Inquiries":0,"Lines":1}""", "見本 三郎さんの削除のあとに届いた内容を削除")]
    [InlineData(AuditAction.ErasureHeld, null, """{"Reason":"返金の問い合わせ中"}""", "見本 三郎さんを自動で削除しないことにした（保留）。理由「返金の問い合わせ中」")]
    [InlineData(AuditAction.ErasureReleased, """{"Reason":"返金の問い合わせ中"}""", null, "見本 三郎さんの削除の保留をやめた")]
    [InlineData(AuditAction.LogSealed, null, """{"Lines":120,"Whole":false,"BrokenAt":57}""", "前の版の操作記録120行に封をした。57行目でつながりが切れていた")]
    [InlineData(AuditAction.InquiryViewed, null, """{"Inquiry":"x"}""", "見本 三郎さんの受付番号が書かれた問い合わせを閲覧")]
    [InlineData(AuditAction.InquiryAnswered, """{"Status":"Open"}""", """{"Inquiry":"x","Status":"Closed"}""", "見本 三郎さんの受付番号が書かれた問い合わせに返事を送信")]
    [InlineData(AuditAction.InquiryChanged, """{"Status":"Open","AssigneeId":null}""", """{"Inquiry":"x","Status":"Closed","AssigneeId":4,"Assignee":"審査 花子"}""", "見本 三郎さんの受付番号が書かれた問い合わせを「済み」、担当を審査 花子さんに変更")]
    public void An_action_reads_as_a_sentence(AuditAction action, string? before, string? after, string expected) =>
        Assert.Equal(expected, Said(action, before, after));

    [Theory]
    [MemberData(nameof(Actions))]
    public void Every_action_has_a_sentence_whatever_was_stored_with_it(AuditAction action)
    {
        foreach (var stored in new[] { null, "{}", "[]", "no notation at all", """{"Status":7,"Amount":"much","Scores":3,"Way":{},"OccurredOn":"9999-12-31","Minutes":1e99}""" })
        {
            var said = Said(action, stored, stored);
            Assert.DoesNotMatch("[{}\"a-z_]", said);
            Assert.True(said.Length > 3);
        }
    }

    [Fact]
    public void An_action_that_nobody_wrote_a_sentence_for_throws() =>
        Assert.ThrowsAny<Exception>(() => Said((AuditAction)999, null, null));

    private static string Said(AuditAction action, string? before, string? after)
    {
        var sentence = AuditSentence.Of(new AuditFacts(action, Person, IsOwn: false, new AuditDetails(before), new AuditDetails(after)));
        return (sentence.IsAboutSubject ? Person : "") + sentence.Words;
    }
}
