using Shiojiri.CxoLab.Inquiries;

namespace Shiojiri.CxoLab.Mail;

/// <summary>The answer to an inquiry (お問い合わせへのお返事), in the words of staff; what was asked stands below.</summary>
public static class InquiryReply
{
    public static string OccasionOf(Guid ticket) => $"inquiry-answer:{ticket:N}";

    public static string SubjectOf(OfficeDetails office) => $"【{office.Programme.ShortTitle}】お問い合わせへのお返事";

    public static OutgoingMail For(Inquiry inquiry, InquiryAnswer answer, OfficeDetails office)
    {
        var letter = new Letter("お問い合わせへのお返事", $"{office.Programme.OfficeName}からのお返事です。", LinkedText.Of(answer.Text))
            .Paragraph($"{QuotedText.WithoutLinks(inquiry.Name)} 様");
        foreach (var paragraph in answer.Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            letter.Paragraph(paragraph);
        }

        letter.Paragraph("ご不明なことは、このメールに返信してください。")
            .Heading($"{JapanTime.MonthDay(JapanTime.DayOf(inquiry.ReceivedUtc))}のお問い合わせ")
            .Paragraph(QuotedText.Of(inquiry.Text));
        return new OutgoingMail(MailKind.InquiryAnswer, OccasionOf(answer.Ticket), inquiry.Email, SubjectOf(office), letter.Signed(office))
        {
            ReplyTo = office.ContactEmail,
        };
    }
}
