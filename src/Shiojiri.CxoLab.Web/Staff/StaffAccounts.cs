using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

internal static class StaffAccounts
{
    /// <summary>An account without a password yet.</summary>
    public static StaffAccount New(string email, string name, Role role, int? cohortId, DateTime nowUtc)
    {
        var account = new StaffAccount
        {
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            DisplayName = name,
            Role = role,
            CohortId = cohortId,
            CreatedUtc = nowUtc,
            LockoutEnabled = true,
        };
        SecondFactors.Renew(account);
        return account;
    }

    /// <summary>Opens the door that wrong passwords closed, and forgets them. Stored with the caller's save.</summary>
    public static void Unlock(this StaffAccount account) =>
        (account.AccessFailedCount, account.Lockouts, account.LockoutEnd) = (0, 0, null);

    public static string Label(this Role role) => role switch
    {
        Role.Viewer => "閲覧",
        Role.Reviewer => "審査",
        Role.Treasurer => "会計",
        _ => "管理",
    };

    public static string Label(this Permission duty) => duty switch
    {
        Permission.Read => "ダッシュボード、申込者、メールを見る",
        Permission.Annotate => "メモ、タグ、担当者をつける",
        Permission.Correct => "申込者の連絡先を直す",
        Permission.EnterApplications => "紙や電話の申し込みを入力する",
        Permission.Review => "採点する",
        Permission.Decide => "採否を準備し、決める",
        Permission.RecordMoney => "入金、返金、取り消しを記録する",
        Permission.SendMail => "メールを送り直す、取り消す、まとめて送る",
        Permission.Export => "一覧を書き出す",
        Permission.Configure => "メールの文面と審査の観点を変える",
        Permission.ReadAudit => "操作記録を見る",
        _ => "職員のアカウントを管理する",
    };
}
