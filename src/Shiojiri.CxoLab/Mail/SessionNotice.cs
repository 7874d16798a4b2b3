using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Mail;

/// <summary>The text that staff are offered after they moved or called off a date of the curriculum (日程の変更のお知らせ); they read it through and send it to members.</summary>
public static class SessionNotice
{
    /// <exception cref="InvalidOperationException">There is nothing to tell: it was neither moved nor called off.</exception>
    public static MailText Of(CurriculumSession session)
    {
        var name = Quotation.Of(Plain(session.Title));
        var (what, body) = (session.IsCancelled, session.MovedFrom) switch
        {
            (true, _) => ("中止", $"""
                {name}（{session.ToDays().When}）を中止します。予定を空けてくださっていた方には、申し訳ありません。

                代わりの日程が決まったときは、あらためてお知らせします。
                """),
            (false, { } from) => ("日程の変更", $"""
                {name}の日程が変わりました。

                変更前：{from}
                変更後：{session.ToDays().When}
                場所：{session.Place.Label()}{(session.Venue is { } venue ? $"　{Plain(venue)}" : "")}

                ご都合がつかないときは、このメールへの返信でお知らせください。
                """),
            _ => throw new InvalidOperationException("Nothing has changed that members would have to be told."),
        };
        var subject = $"【{{プログラムの略称}}】{name}{what}のお知らせ";
        return new MailText(
            subject.Length <= MailText.SubjectLimit ? subject : $"【{{プログラムの略称}}】{what}のお知らせ", $"{what}のお知らせ",
            $"{{氏名}} 様\n\n{body.ReplaceLineEndings("\n")}\n\n{{日程へのリンク}}\n");
    }

    // A brace would be taken for a placeholder.
    private static string Plain(string text) => text.Replace('{', '（').Replace('}', '）');
}
