using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Inquiries;

/// <summary>What staff wrote back (返事).</summary>
public sealed class InquiryAnswer
{
    private InquiryAnswer()
    {
    }

    internal InquiryAnswer(Guid ticket, string text, Actor by, DateTime atUtc)
    {
        Ticket = ticket;
        Text = text;
        ByName = by.Name;
        AtUtc = atUtc;
    }

    public int Id { get; private set; }

    /// <summary>Drawn when the form was shown, unique: the same form never sends twice.</summary>
    public Guid Ticket { get; private set; }

    public string Text { get; private set; } = "";

    public string ByName { get; private set; } = "";

    /// <summary>The programme's time, UTC.</summary>
    public DateTime AtUtc { get; private set; }
}
