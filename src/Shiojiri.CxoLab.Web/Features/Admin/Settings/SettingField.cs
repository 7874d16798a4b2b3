using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Settings;

internal enum SettingFieldKind
{
    Line,
    Lines,
    Email,
    Phone,
    Number,
    AccountNumber,
    Kana,
    Colour,
    Picture,
}

/// <summary>One thing that staff set: where it is kept, what it is called, what may be typed.</summary>
/// <param name="Name">The member of the section's values, and the field's name in the form.</param>
/// <param name="Most">Longest text as a reader counts, or the largest number.</param>
/// <param name="IsNeeded">Recruitment can't do without it; it is named as missing.</param>
/// <param name="IsRequired">The section is not saved without it.</param>
/// <param name="Empty">What stands on the page of settings while it is empty and need not be filled.</param>
internal sealed record SettingField(
    SettingSection Section, string Name, string Label, SettingFieldKind Kind, int Most, string? Hint = null, bool IsNeeded = false, string Empty = "載せません",
    bool IsRequired = false, int Least = 1)
{
    /// <summary>A value as people read it: of a picture its description.</summary>
    public string? Shown(string? value, PictureCatalogue pictures) => Kind == SettingFieldKind.Picture ? PictureChoice.Words(value, pictures) : value;

    /// <summary>Called 必須, though what only recruitment needs can be filled in later.</summary>
    public bool IsMarked => IsRequired || IsNeeded;

    public string Anchor => $"values-{Name.ToLowerInvariant()}";

    /// <summary>Every field, in the order of the pages.</summary>
    public static readonly IReadOnlyList<SettingField> All =
    [
        new(SettingSection.Programme, nameof(ProgrammeValues.Name), "名前", SettingFieldKind.Line, 40, "ページの上、タイトル、メール、カレンダーに出る名前です。", IsRequired: true),
        new(SettingSection.Programme, nameof(ProgrammeValues.ShortName), "短い名前", SettingFieldKind.Line, 20, "メールの件名の【 】に入ります。空なら名前を使います。", Empty: "名前と同じ"),
        new(SettingSection.Programme, nameof(ProgrammeValues.Slogan), "キャッチコピー", SettingFieldKind.Line, 60, "ホームの大きな文字です。折り返してよい場所に | を入れます。"),
        new(SettingSection.Programme, nameof(ProgrammeValues.Place), "地域", SettingFieldKind.Line, 20, "名前の下に出る地域の名前です。都道府県から入れます。"),
        new(SettingSection.Programme, nameof(ProgrammeValues.Outline), "ひとことの説明", SettingFieldKind.Line, 100, "ページのいちばん下に出る一文です。"),
        new(SettingSection.Programme, nameof(ProgrammeValues.Office), "事務局の名前", SettingFieldKind.Line, 40, "メールの差出人と署名に出ます。空なら「名前 運営事務局」になります。", Empty: "名前に「運営事務局」をつけたもの"),
        new(SettingSection.Programme, nameof(ProgrammeValues.Host), "主催", SettingFieldKind.Line, 60),
        new(SettingSection.Programme, nameof(ProgrammeValues.Partners), "協働運営", SettingFieldKind.Lines, 600, "1行に1団体。サイトがあれば、名前のあとに空白を入れて https:// のアドレスを続けます。"),
        new(SettingSection.Programme, nameof(ProgrammeValues.Business), "事業の名前", SettingFieldKind.Line, 60, "ページのいちばん下に出ます。"),
        new(SettingSection.Programme, nameof(ProgrammeValues.Logo), "ロゴ", SettingFieldKind.Picture, RandomToken.Length,
            "ページの上と下で、名前の左に出ます。背景が白いか透明の、小さくても形のわかる画像を選んでください。なしなら、はじめの絵を出します。", Empty: "はじめの絵"),
        new(SettingSection.Programme, nameof(ProgrammeValues.GoalPeople), "目標の人数", SettingFieldKind.Number, 100_000, "ダッシュボードで、参加した人の数と比べます。空なら比べません。"),
        new(SettingSection.Programme, nameof(ProgrammeValues.Goal), "目標の言葉", SettingFieldKind.Line, 80, "その目標が、どこでどう決められているかの一文です。"),
        new(SettingSection.Programme, nameof(ProgrammeValues.MainColour), "メインの色", SettingFieldKind.Colour, 7, "ボタンや、いまの場所を示す色です。", IsRequired: true),
        new(SettingSection.Programme, nameof(ProgrammeValues.LinkColour), "リンクの色", SettingFieldKind.Colour, 7, "リンクと、ページのいちばん下の地の色のもとになります。", IsRequired: true),

        new(SettingSection.Contact, nameof(ContactValues.Email), "受け取るメール", SettingFieldKind.Email, 254,
            "お問い合わせや、メールへの返信が届くアドレスです。", IsNeeded: true),
        new(SettingSection.Contact, nameof(ContactValues.Phone), "電話番号", SettingFieldKind.Phone, 20, "サイトとメールに載せる番号です。", IsNeeded: true),
        new(SettingSection.Contact, nameof(ContactValues.Hours), "受け付ける時間", SettingFieldKind.Line, 60, "例：平日 9:00〜17:00"),

        new(SettingSection.Account, nameof(AccountValues.Bank), "銀行", SettingFieldKind.Line, 40, "例：○○銀行", IsNeeded: true),
        new(SettingSection.Account, nameof(AccountValues.Branch), "支店", SettingFieldKind.Line, 40, "例：○○支店（店番 000）", IsNeeded: true),
        new(SettingSection.Account, nameof(AccountValues.Kind), "種類", SettingFieldKind.Line, 10, "普通、当座、貯蓄", IsNeeded: true),
        new(SettingSection.Account, nameof(AccountValues.Number), "口座番号", SettingFieldKind.AccountNumber, 7, "数字7桁", IsNeeded: true),
        new(SettingSection.Account, nameof(AccountValues.Holder), "口座名義（カナ）", SettingFieldKind.Kana, 60, "通帳のとおりに、カタカナで", IsNeeded: true),

        new(SettingSection.Fee, nameof(FeeValues.PaymentDays), "支払いの期間（日）", SettingFieldKind.Number, 90, "お願いした日から何日までに振り込んでいただくか。1から90まで"),
        new(SettingSection.Fee, nameof(FeeValues.TransferFee), "振込手数料", SettingFieldKind.Line, 100, "例：振込手数料は、お申し込みの方のご負担です。", IsNeeded: true),
        new(SettingSection.Fee, nameof(FeeValues.Withdrawal), "返金の条件", SettingFieldKind.Lines, 400,
            "お支払いのあとに辞退されたときの返金を、文で書いてください。確認画面とメールにこのまま出ます。", IsNeeded: true),
        new(SettingSection.Fee, nameof(FeeValues.RefundDays), "返金までの日数", SettingFieldKind.Number, 180, "返金先の口座が分かってから何日以内か。1から180まで。決まっていなければ空のままにします。",
            Empty: "決まっていません"),

        new(SettingSection.Seller, nameof(SellerValues.Seller), "販売者", SettingFieldKind.Line, 100, null, IsNeeded: true),
        new(SettingSection.Seller, nameof(SellerValues.Representative), "責任者", SettingFieldKind.Line, 60, null, IsNeeded: true),
        new(SettingSection.Seller, nameof(SellerValues.Address), "所在地", SettingFieldKind.Line, 200, null, IsNeeded: true),

        new(SettingSection.Privacy, nameof(PrivacyValues.Officer), "管理する人", SettingFieldKind.Line, 100, "部署や役職と名前", IsNeeded: true),
        new(SettingSection.Privacy, nameof(PrivacyValues.Retention), "申し込みの保管", SettingFieldKind.Line, 200, "書類や控えも含めて、いつまで保管するかを文で書いてください。サイトから自動で削除する月数は、下の2つから文にしてページに載せます。",
            IsNeeded: true),
        new(SettingSection.Privacy, nameof(PrivacyValues.NotAcceptedMonths), "参加しなかった方の申し込みの保管（月数）", SettingFieldKind.Number, 120,
            "期の終わりからこの月数がたつと、個人情報を自動で削除します。0から120まで。0なら自動では削除しません。", Least: 0),
        new(SettingSection.Privacy, nameof(PrivacyValues.MemberMonths), "メンバーの申し込みの保管（月数）", SettingFieldKind.Number, 120,
            "参加確定の方の月数です。0から120まで。0なら自動では削除しません。", Least: 0),
        new(SettingSection.Privacy, nameof(PrivacyValues.InquiryMonths), "問い合わせの保管（月数）", SettingFieldKind.Number, 120, "この月数がたつと、お問い合わせは自動で消えます。1から120まで"),
    ];

    public static IReadOnlyList<SettingField> Of(SettingSection section) => [.. All.Where(f => f.Section == section)];
}
