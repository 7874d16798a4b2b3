using Shiojiri.CxoLab.Staff;
using static Shiojiri.CxoLab.Web.Features.Admin.Audit.AuditSentence;

namespace Shiojiri.CxoLab.Web.Features.Admin.Audit;

/// <summary>Signing in, and what was done with accounts of staff.</summary>
internal static class StaffSentences
{
    public static AuditSentence? Of(AuditFacts facts) => facts.Action switch
    {
        AuditAction.SignedIn => Whole($"{Way(facts.After)}サインイン"),
        AuditAction.SignInFailed => Whole($"{Way(facts.After)}サインインしようとして失敗"),
        AuditAction.SignedOut => Whole("サインアウト"),
        AuditAction.SignedOutEverywhere => Whole("すべての端末からサインアウト"),
        AuditAction.ConfirmedAgain => Whole("本人であることを確認"),
        AuditAction.LockedOut => Whole(facts.After.Number("Minutes") is { } minutes ? $"続けて間違えたため、{minutes}分のあいだサインインを停止" : "続けて間違えたため、サインインを停止"),
        AuditAction.PasswordChanged => On(facts, "パスワードを変更"),
        AuditAction.PasswordResetAsked => On(facts, "パスワードの再設定を申し出"),
        AuditAction.SecondFactorSet => On(facts, "2段階認証を設定"),
        AuditAction.SecondFactorRemoved => On(facts, "2段階認証を解除"),
        AuditAction.RecoveryCodesMade => On(facts, "回復コードを新しく発行"),
        AuditAction.PasskeyAdded => On(facts, facts.After.Text("Name") is { } name ? $"パスキー「{name}」を追加" : "パスキーを追加"),
        AuditAction.PasskeyRemoved => On(facts, facts.Before.Text("Name") is { } name ? $"パスキー「{name}」を削除" : "パスキーを削除"),
        AuditAction.StaffAdded => About($"を{Role(facts.After)}職員に追加"),
        AuditAction.StaffInvited => About($"を{Role(facts.After)}職員に招待"),
        AuditAction.InvitationTaken => Whole("招待を受けて、パスワードを設定"),
        AuditAction.StaffChanged => Changed(facts),
        _ => throw new ArgumentOutOfRangeException(nameof(facts)),
    };

    private static AuditSentence On(AuditFacts facts, string words) => facts.IsOwn ? Whole(words) : About($"の{words}");

    private static AuditSentence? Changed(AuditFacts facts)
    {
        var (before, after) = (facts.Before, facts.After);
        var words = (after.Flag("Disabled"), after.Flag("Locked"), after.Flag("Invited")) switch
        {
            (true, _, _) => "の利用を停止",
            (false, _, _) => "の利用を再開",
            (_, false, _) => "のサインインの停止を解除",
            (_, _, false) => "への招待を取り消し",
            _ when after.Member<Role>("Role") is { } to && before.Member<Role>("Role") is { } from && to != from => $"の役割を「{from.Label()}」から「{to.Label()}」に変更",
            _ when after.Has("CohortId") => "の見られる期を変更",
            _ => null,
        };
        return words is null ? null : About(words);
    }

    private static string Role(AuditDetails details) => details.Member<Role>("Role") is { } role ? $"「{role.Label()}」の" : "";

    // As the sign-in log words them.
    private static string Way(AuditDetails details) => details.Text("Way") switch
    {
        "password" => "パスワードで",
        "passkey" => "パスキーで",
        "code" => "認証コードで",
        "recovery code" => "回復コードで",
        "first start" => "はじめのリンクで",
        "password and code" => "パスワードと認証コードで",
        "password and recovery code" => "パスワードと回復コードで",
        _ => "",
    };
}
