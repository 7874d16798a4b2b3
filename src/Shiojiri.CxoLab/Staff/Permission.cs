namespace Shiojiri.CxoLab.Staff;

/// <summary>One thing that a role may or may not do (権限).</summary>
public enum Permission
{
    /// <summary>ダッシュボード、申込者、メールを見る</summary>
    Read,

    /// <summary>メモ、タグ、担当者をつける</summary>
    Annotate,

    /// <summary>申込者の連絡先を直す</summary>
    Correct,

    /// <summary>紙や電話の申し込みを入力する</summary>
    EnterApplications,

    /// <summary>採点する</summary>
    Review,

    /// <summary>決定を準備し、知らせる</summary>
    Decide,

    /// <summary>入金、返金、取り消しを記録する</summary>
    RecordMoney,

    /// <summary>参加費のお支払いをメールでお願いする</summary>
    AskForFee,

    /// <summary>メールを送り直す、取り消す、まとめて送る</summary>
    SendMail,

    /// <summary>一覧を書き出す</summary>
    Export,

    /// <summary>期・日程・テーマ・質問・設定、メールの文面、審査の観点を変える</summary>
    Configure,

    /// <summary>サイトの文、よくある質問、お知らせ、プロジェクト、画像を扱う</summary>
    EditContent,

    /// <summary>操作記録を見る</summary>
    ReadAudit,

    /// <summary>職員のアカウントを管理する</summary>
    ManageStaff,

    /// <summary>申込者の個人情報を削除する、削除を保留する</summary>
    ErasePeople,
}

public static class PermissionLabel
{
    /// <summary>採点する, 決定を準備し、知らせる …</summary>
    public static string Label(this Permission permission) => permission switch
    {
        Permission.Read => "ダッシュボード、申込者、メールを見る",
        Permission.Annotate => "メモ、タグ、担当者をつける",
        Permission.Correct => "申込者の連絡先を直す",
        Permission.EnterApplications => "紙や電話の申し込みを入力する",
        Permission.Review => "採点する",
        Permission.Decide => "決定を準備し、知らせる",
        Permission.RecordMoney => "入金、返金、取り消しを記録する",
        Permission.AskForFee => "参加費のお支払いをメールでお願いする",
        Permission.SendMail => "メールを送り直す、取り消す、まとめて送る",
        Permission.Export => "一覧を書き出す",
        Permission.Configure => "期・日程・テーマ・質問・設定、メールの文面、審査の観点を変える",
        Permission.EditContent => "サイトの文、よくある質問、お知らせ、プロジェクト、画像を扱う",
        Permission.ReadAudit => "操作記録を見る",
        Permission.ManageStaff => "職員のアカウントを管理する",
        Permission.ErasePeople => "申込者の個人情報を削除する、削除を保留する",
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, null),
    };
}
