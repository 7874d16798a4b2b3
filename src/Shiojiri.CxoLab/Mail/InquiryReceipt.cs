using Shiojiri.CxoLab.Inquiries;

namespace Shiojiri.CxoLab.Mail;

/// <summary>Tells whoever asked that the question has arrived (お問い合わせの控え). One for each inquiry, as long as it is not too many.</summary>
public static class InquiryReceipt
{
    /// <summary>To one address within <see cref="Within"/>: the address is only claimed, and nobody's mailbox shall be filled.</summary>
    public const int Most = 3;

    public static readonly TimeSpan Within = TimeSpan.FromHours(1);

    public static string OccasionOf(string key) => $"inquiry-receipt:{key}";

    public static OutgoingMail For(Inquiry inquiry, OfficeDetails office) => new OutgoingMail(
        MailKind.InquiryReceipt,
        OccasionOf(inquiry.Key),
        inquiry.Email,
        $"【{office.Programme.ShortTitle}】お問い合わせを受け取りました",
        new Letter("お問い合わせを受け取りました", "事務局からメールでお返事します。")
            .Paragraph($"{QuotedText.WithoutLinks(inquiry.Name)} 様")
            .Paragraph("次のお問い合わせを受け取りました。事務局が読み、このメールアドレスにお返事します。書き足したいことがあるときは、このメールに返信してください。")
            .Heading("送っていただいた内容")
            .Paragraph(QuotedText.Of(inquiry.Text))
            .Paragraph("お問い合わせに心当たりがないときは、ほかの方がアドレスを打ち間違えたのかもしれません。このメールを削除してください。")
            .Signed(office))
    {
        ReplyTo = office.ContactEmail,
    };
}
