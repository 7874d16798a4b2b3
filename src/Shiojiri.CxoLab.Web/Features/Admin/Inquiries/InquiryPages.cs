using System.Globalization;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Inquiries;

/// <summary>Which inquiries are meant, as it stands in the address of the list: the open ones unless another state is asked for.</summary>
internal sealed record InquiryFilter
{
    public string? State { get; init; }

    public int? Page { get; init; }

    public InquiryStatus StatusAsked => Parsed(State) ?? InquiryStatus.Open;

    public static string AddressOf(InquiryStatus status, int page = 1) =>
        $"/admin/inquiries{(status == InquiryStatus.Open ? "" : $"?state={status.Word()}")}{(page > 1 ? $"{(status == InquiryStatus.Open ? "?" : "&")}page={page}" : "")}";

    public static InquiryStatus? Parsed(string? word) =>
        Enum.GetValues<InquiryStatus>().Where(s => s.Word() == word).Select(s => (InquiryStatus?)s).FirstOrDefault();
}

internal sealed record InquiryRow(string Key, InquiryKind? Kind, string Name, string Email, string Text, InquiryStatus Status, string? Assignee, DateTime ReceivedUtc)
{
    private const int Beginning = 40;

    /// <summary>Enough to tell one question from another.</summary>
    public string Start => new StringInfo(Text.ReplaceLineEndings(" ")) is { LengthInTextElements: > Beginning } text
        ? $"{text.SubstringByTextElements(0, Beginning)}…"
        : Text.ReplaceLineEndings(" ");
}

internal sealed record InquiryListPage(
    InquiryStatus Status, IReadOnlyDictionary<InquiryStatus, int> Counts, IReadOnlyList<InquiryRow> Rows, int Page, int Pages);

/// <summary>The application that the number leads to.</summary>
/// <param name="Number">Its own number; the typed one may be a repeat's.</param>
/// <param name="Name">Whose.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="HasSameAddress">Else somebody else may have typed the number.</param>
internal sealed record InquiryApplication(string Number, string Name, ApplicationStatus Status, bool HasSameAddress);

internal sealed record AnswerLine(InquiryAnswer Answer, MailState? MailState);

internal sealed record InquiryPage(
    Inquiry Inquiry, InquiryApplication? Application, IReadOnlyList<AnswerLine> Answers, IReadOnlyList<(int Id, string Name)> Staff, AnswerForm Form)
{
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>Somebody else changed it in the meantime; nothing was done.</summary>
    public bool IsStale { get; init; }
}
