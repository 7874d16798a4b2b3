namespace Shiojiri.CxoLab.Mail;

/// <summary>
/// The text of a mail with placeholders (メールの文面), as built in or as staff have changed it. How the body is written is known to the
/// <see cref="MailMarkup"/> alone; {氏名} and its like are filled in behind it, so that no value is ever read as markup.
/// </summary>
/// <param name="Subject">The subject line; only placeholders that hold nothing a visitor typed.</param>
/// <param name="Body">The body up to the signature, which is always put behind it.</param>
public sealed record MailText(string Subject, string Title, string Body)
{
    public const int SubjectLimit = 80;
    public const int TitleLimit = 60;
    public const int BodyLimit = 4000;

    /// <summary>The mail as it would leave.</summary>
    /// <param name="preheader">What mail programs show beside the subject; placeholders are filled in.</param>
    public (string Subject, MailBody Body) Render(MailContext about, string preheader, MailMarkup markup)
    {
        var letter = new Letter(Placeholders.Fill(Title, about), Placeholders.Fill(preheader, about));
        var written = new List<string>();
        foreach (var line in Body.ReplaceLineEndings("\n").Split('\n'))
        {
            if (Placeholders.BlockOf(line) is { } block)
            {
                Write();
                block(letter, about);
            }
            else
            {
                written.Add(line);
            }
        }

        Write();
        return (Placeholders.Fill(Subject, about), letter.Signed(about.Office));

        void Write()
        {
            letter.Write(markup(Placeholders.Marked(string.Join('\n', written))).Select(part => Placeholders.Fill(part, about)));
            written.Clear();
        }
    }
}
