using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Inquiries;

/// <summary>What somebody typed into the inquiry form, folded and checked.</summary>
/// <param name="Key">Drawn when the form was opened: the same form sent twice is one inquiry.</param>
/// <param name="Kind">Null when left open.</param>
/// <param name="Name">Name.</param>
/// <param name="Email">Where the answer goes.</param>
/// <param name="Number">An application number as typed (ten digits), or null. It proves nothing: numbers are no secret.</param>
/// <param name="Text">The question.</param>
public sealed record InquiryDraft(string Key, InquiryKind? Kind, string Name, string Email, string? Number, string Text);

/// <summary>A question that came by the form (お問い合わせ).</summary>
public sealed class Inquiry
{
    private readonly List<InquiryAnswer> _answers = [];

    private Inquiry()
    {
    }

    /// <param name="draft">What was typed.</param>
    /// <param name="applicationId">The application that the number leads to, or null.</param>
    /// <param name="receivedUtc">The programme's time.</param>
    public Inquiry(InquiryDraft draft, int? applicationId, DateTime receivedUtc)
    {
        Key = draft.Key;
        Kind = draft.Kind;
        Name = draft.Name;
        Email = draft.Email;
        Number = draft.Number;
        Text = draft.Text;
        ApplicationId = applicationId;
        ReceivedUtc = receivedUtc;
        Version = Guid.NewGuid();
    }

    public int Id { get; private set; }

    public string Key { get; private set; } = "";

    public InquiryKind? Kind { get; private set; }

    public string Name { get; private set; } = "";

    public string Email { get; private set; } = "";

    public string? Number { get; private set; }

    public string Text { get; private set; } = "";

    public int? ApplicationId { get; private set; }

    /// <summary>The programme's time, UTC.</summary>
    public DateTime ReceivedUtc { get; private set; }

    public InquiryStatus Status { get; private set; } = InquiryStatus.Open;

    /// <summary>The account of the staff member who looks after it (担当), or null.</summary>
    public int? AssigneeId { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<InquiryAnswer> Answers => _answers;

    /// <summary>Sets state and assignee by hand (変える). False when both stood so before.</summary>
    public bool Change(InquiryStatus status, int? assigneeId)
    {
        if (status == Status && assigneeId == AssigneeId)
        {
            return false;
        }

        (Status, AssigneeId, Version) = (status, assigneeId, Guid.NewGuid());
        return true;
    }

    /// <summary>Answers by mail (返事): the inquiry is answered, or closed with it, and whoever answers looks after it if nobody did.</summary>
    public InquiryAnswer Answer(string text, Guid ticket, bool closes, Actor by, DateTime nowUtc)
    {
        var answer = new InquiryAnswer(ticket, text, by, nowUtc);
        _answers.Add(answer);
        (Status, AssigneeId, Version) = (closes ? InquiryStatus.Closed : InquiryStatus.Answered, AssigneeId ?? by.AccountId, Guid.NewGuid());
        return answer;
    }
}
