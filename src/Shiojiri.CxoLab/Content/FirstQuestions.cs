namespace Shiojiri.CxoLab.Content;

/// <summary>The questions that stand under よくある質問 from the start.</summary>
public static class FirstQuestions
{
    private const string Page = "よくある質問";

    /// <summary>Stands for all questions whose answers come from the cohort's dates and amounts: they are moved together and nobody writes them.</summary>
    public static readonly BuiltInContent OfCohort = new("faq-cohort", ContentKind.Faq, Page, "/faq", "期の日程と参加費の質問", new Dictionary<string, string?>());

    public static readonly IReadOnlyList<BuiltInContent> All =
    [
        Of("faq-experience", "専門の知識や事業の経験がなくても参加できますか。", "はい。専門の知識も事業の経験も、参加の条件ではありません。"),
        OfCohort,
        Of("faq-specification", "「仕様書」とは何ですか。", "プロジェクトを前に進めるための計画書です。課題をはっきりさせ、どう取り組むかを、メンバーと地域プレイヤーが一緒に書き上げます。"),
        Of("faq-afterwards", "期間が終わった後も関われますか。", "はい。期間を終えてからも、多くの人が塩尻と関わり続けています。"),
    ];

    private static BuiltInContent Of(string key, string question, string answer) =>
        new(key, ContentKind.Faq, Page, "/faq", question, new Dictionary<string, string?> { [ContentField.Question] = question, [ContentField.Answer] = answer });
}
