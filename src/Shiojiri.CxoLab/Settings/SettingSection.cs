namespace Shiojiri.CxoLab.Settings;

/// <summary>One part of what staff keep at the desk (設定の区分); each is saved, read back and restored by itself.</summary>
public enum SettingSection
{
    /// <summary>プログラムの名前と色</summary>
    Programme,

    /// <summary>連絡先</summary>
    Contact,

    /// <summary>振込先</summary>
    Account,

    /// <summary>支払いと返金</summary>
    Fee,

    /// <summary>特定商取引法にもとづく表示</summary>
    Seller,

    /// <summary>個人情報</summary>
    Privacy,
}

public static class SettingSectionLabel
{
    /// <summary>連絡先, 振込先 …</summary>
    public static string Label(this SettingSection section) => section switch
    {
        SettingSection.Programme => "プログラムの名前と色",
        SettingSection.Contact => "連絡先",
        SettingSection.Account => "振込先",
        SettingSection.Fee => "支払いと返金",
        SettingSection.Seller => "特定商取引法にもとづく表示",
        SettingSection.Privacy => "個人情報",
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, null),
    };

    /// <summary>Whether a cohort may have its own in place of the site's (期ごとに決められる区分).</summary>
    public static bool MayBelongToCohort(this SettingSection section) => section is SettingSection.Account or SettingSection.Fee;
}
