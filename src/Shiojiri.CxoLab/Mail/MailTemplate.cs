using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Mail;

/// <summary>A mail's text as staff have changed it for one cohort (文面のひな形). Without one, the built-in text holds.</summary>
public sealed class MailTemplate
{
    private MailTemplate()
    {
    }

    public MailTemplate(int cohortId, MailKind kind)
    {
        CohortId = cohortId;
        Kind = kind;
    }

    public int Id { get; private set; }

    public int CohortId { get; private set; }

    public MailKind Kind { get; private set; }

    public string Subject { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Body { get; private set; } = "";

    public string ChangedBy { get; private set; } = "";

    public DateTime ChangedUtc { get; private set; }

    public Guid Version { get; private set; }

    public MailText Text => Placeholders.WithTodaysNames(new(Subject, Title, Body));

    public void Write(MailText text, Actor by, DateTime nowUtc)
    {
        (Subject, Title, Body) = (text.Subject, text.Title, text.Body);
        ChangedBy = by.Name;
        ChangedUtc = nowUtc;
        Version = Guid.NewGuid();
    }
}
