using Shiojiri.CxoLab.Inquiries;

namespace Shiojiri.CxoLab.Mail;

/// <summary>Tells whoever asked that the question has arrived (お問い合わせの控え). One for each inquiry.</summary>
public static class InquiryReceipt
{
    public static string OccasionOf(string key) => $"inquiry-receipt:{key}";

    public static OutgoingMail For(Inquiry inquiry, OfficeDetails office) => new OutgoingMail(
        MailKind.InquiryReceipt,
        OccasionOf(inquiry.Key),
        inquiry.Email,
        "【塩尻CxO Lab】お問い合わせを受け取りました",
        new Letter("お問い合わせを受け取りました", "事務局からメールでお返事します。")
            .Paragraph($"{QuotedText.WithoutLinks(inquiry.Name)} 様")
            .Paragraph("次のお問い合わせを受け取りました。事務局が読み、このメールアドレスにお返事します。書き足したいことがあるときは、このメールに返信してください。")
            .Heading("送っていただいた内容")
            .Paragraph(QuotedText.Of(inquiry.Text))
            .Paragraph("お問い合わせに心当たりがないときは、ほかの方がアドレスを打ち間違えたのかもしれません。なさることはありません。")
            .Signed(office))
    {
        ReplyTo = office.ContactEmail,
    };
}
