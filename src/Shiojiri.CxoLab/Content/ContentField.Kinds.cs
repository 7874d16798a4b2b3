namespace Shiojiri.CxoLab.Content;

public sealed partial record ContentField
{
    private const int MostText = 6_000;
    private const int MostWords = 2_000;
    private const int MostAddress = 500;
    private const string Breaks = "折り返してよい所に | を入れられます。";
    private const string IfKnown = "わかるときだけ。空なら出しません。";

    private static readonly ContentField[] OfText = [new(Text, "本文", ContentFieldKind.Markdown, MostText)];

    private static readonly ContentField[] OfTitled = [new(Title, "見出し", ContentFieldKind.Line, 60, Hint: Breaks), new(Text, "本文", ContentFieldKind.Markdown, MostText)];

    private static readonly ContentField[] OfHeading = [new(Title, "見出し", ContentFieldKind.Line, 120, Hint: Breaks)];

    private static readonly ContentField[] OfCaption = [new(Title, "題", ContentFieldKind.Line, 20), new(Line, "添える一文", ContentFieldKind.Line, 40)];

    private static readonly ContentField[] OfFaq = [new(Question, "質問", ContentFieldKind.Line, 120), new(Answer, "答え", ContentFieldKind.Markdown, MostText)];

    private static readonly ContentField[] OfNews =
    [
        new(Title, "題名", ContentFieldKind.Line, 80), new(Day, "日付", ContentFieldKind.Day, 20, Hint: "お知らせの一覧に出る日です。"),
        new(Text, "本文", ContentFieldKind.Markdown, MostText),
        new(Notice, "全ページの上に出す一行", ContentFieldKind.Line, 80, IsNeeded: false, Hint: "大切なお知らせのときだけ。空なら出しません。"),
        new(NoticeOn, "一行を消す日", ContentFieldKind.Day, 20, IsNeeded: false), new(NoticeAt, "一行を消す時刻", ContentFieldKind.Clock, 10, IsNeeded: false, Hint: "空なら、その日の終わりです。"),
    ];

    private static readonly ContentField[] OfProject =
    [
        new(Title, "題名", ContentFieldKind.Line, 120, Hint: Breaks + "副題は 〜 で囲みます。"),
        new(Year, "年度", ContentFieldKind.Year, 10, Hint: "4月から翌年3月まで。2021 のように。"),
        new(Cohort, "期", ContentFieldKind.Line, 20, IsNeeded: false, Hint: IfKnown),
        new(Place, "場所", ContentFieldKind.Line, 60, IsNeeded: false, Hint: IfKnown),
        new(Partners, "一緒に取り組んだ相手", ContentFieldKind.Line, 120, IsNeeded: false, Hint: "団体やお店の名前。" + IfKnown),
        new(People, "関わった人", ContentFieldKind.Line, 120, IsNeeded: false, Hint: "名前は、本人に確かめてから。空なら出しません。"),
        new(Summary, "ひとことで", ContentFieldKind.Line, 160, IsNeeded: false, Hint: "ページの最初に大きく出します。空なら、年度を入れた一文が出ます。"),
        new(Text, "本文", ContentFieldKind.Markdown, MostText, IsNeeded: false),
        new(Outcome, "成果", ContentFieldKind.Markdown, MostText, IsNeeded: false),
        new(Article, "紹介記事のアドレス", ContentFieldKind.Link, MostAddress, IsNeeded: false, Hint: "https:// から。"),
        new(Job, "募集ページのアドレス", ContentFieldKind.Link, MostAddress, IsNeeded: false, Hint: "人を募ったときのページがあれば。"),
        new(Drawing, "絵", ContentFieldKind.Choice, 20)
        {
            Choices =
            [
                ("p-wine", "ぶどうとワイン"), ("p-craft", "手しごと"), ("p-rail", "鉄道"), ("p-town", "まち"), ("p-forest", "森"), ("p-art", "アート"), ("p-house", "家"), ("p-shop", "お店"),
                ("p-dots", "色とりどりの点"),
            ],
        },
    ];

    private static readonly ContentField[] OfVoice =
    [
        new(DisplayName, "表示する名前", ContentFieldKind.Line, 40, Hint: "本人が出してよいという形で。ニックネームや頭文字でもかまいません。"),
        new(When, "年度・期", ContentFieldKind.Line, 20, IsNeeded: false, Hint: "「2021年度」のように。"),
        new(Text, "言葉", ContentFieldKind.Markdown, MostWords),
        new(Consent, "本人に確かめました", ContentFieldKind.Tick, 3, IsNeeded: false, Hint: "言葉と名前をサイトに載せてよいか。"),
    ];

    private static readonly ContentField[] OfOrganisation =
    [
        new(Title, "名前", ContentFieldKind.Line, 60),
        new(Role, "役割", ContentFieldKind.Choice, 20, Hint: "全ページの下にも、この役割で名前が出ます。") { Choices = [(Host, Host), (Partner, Partner)] },
        new(Seat, "本部", ContentFieldKind.Line, 60, IsNeeded: false, Hint: IfKnown),
        new(Text, "紹介", ContentFieldKind.Markdown, MostWords, IsNeeded: false),
        new(Url, "サイトのアドレス", ContentFieldKind.Link, MostAddress, IsNeeded: false, Hint: "https:// から。"),
    ];

    private static readonly ContentField[] OfMilestone =
    [
        new(Title, "見出し", ContentFieldKind.Line, 60, Hint: Breaks), new(When, "年・年度", ContentFieldKind.Line, 20, IsNeeded: false, Hint: "見出しの左に出ます。"),
        new(Text, "本文", ContentFieldKind.Markdown, MostText, Hint: "参考になるページは、リンクで入れます。"),
    ];

    private static readonly ContentField[] OfPerson =
    [
        new(DisplayName, "表示する名前", ContentFieldKind.Line, 40), new(Role, "肩書・関わり方", ContentFieldKind.Line, 60, IsNeeded: false, Hint: IfKnown),
        new(Text, "紹介", ContentFieldKind.Markdown, MostWords), new(Url, "その人のページのアドレス", ContentFieldKind.Link, MostAddress, IsNeeded: false, Hint: "https:// から。"),
        new(Consent, "本人に確かめました", ContentFieldKind.Tick, 3, IsNeeded: false, Hint: "紹介と名前をサイトに載せてよいか。"),
    ];

    /// <summary>Roles of an organisation.</summary>
    public const string Host = "主催";

    public const string Partner = "協働運営";
}
