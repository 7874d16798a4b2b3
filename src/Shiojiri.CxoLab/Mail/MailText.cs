namespace Shiojiri.CxoLab.Mail;

/// <summary>
/// The text of a mail with placeholders (メールの文面), as built in or as staff have changed it. The body is written in paragraphs;
/// a line that begins with ■ is a heading, lines that begin with "1. " or "1．" are steps and keep their numbers, https:// addresses
/// become links, and {氏名} and its like are filled in.
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
    public (string Subject, MailBody Body) Render(MailContext about, string preheader)
    {
        var links = LinkedText.Of(Body, address => Placeholders.Fill(address, about));
        var letter = new Letter(Placeholders.Fill(Title, about), Placeholders.Fill(preheader, about), links);
        var paragraph = new List<string>();
        var steps = new List<Step>();
        foreach (var line in Body.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd()).Append(""))
        {
            var step = Step.Of(line);
            var block = Placeholders.BlockOf(line);
            if (step is null && steps.Count > 0)
            {
                letter.Steps(steps.ToList());
                steps.Clear();
            }

            if (paragraph.Count > 0 && (line.Length == 0 || line[0] == '■' || step is not null || block is not null))
            {
                letter.Paragraph(string.Join('\n', paragraph));
                paragraph.Clear();
            }

            if (step is not null)
            {
                steps.Add(step with { Text = Placeholders.Fill(step.Text, about) });
            }
            else if (block is not null)
            {
                block(letter, about);
            }
            else if (line.StartsWith('■'))
            {
                letter.Heading(Placeholders.Fill(line[1..].Trim(), about));
            }
            else if (line.Length > 0)
            {
                paragraph.Add(Placeholders.Fill(line, about));
            }
        }

        return (Placeholders.Fill(Subject, about), letter.Signed(about.Office));
    }
}
