using FluentValidation;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>A text with placeholders as it is typed. Base of the forms that hold one, so that all of them are checked alike.</summary>
internal abstract class MailTextForm
{
    public string? Subject { get; set; }

    public string? Title { get; set; }

    public string? Body { get; set; }

    /// <summary>Whom the preview is filled in with.</summary>
    public string? Applicant { get; set; }

    /// <summary>Folded as it would be kept. A Japanese keyboard writes ｛氏名｝: the same is meant.</summary>
    public MailText Text => new(
        Folding.Line(Braced(Subject)), Folding.Line(Braced(Title)), Folding.Paragraph(Braced(Body)));

    public void Fill(MailText text) => (Subject, Title, Body) = (text.Subject, text.Title, text.Body);

    private static string? Braced(string? typed) => typed?.Replace('｛', '{').Replace('｝', '}');
}

internal sealed class MailTextValidator : AbstractValidator<MailText>
{
    // The subject goes into a header; 120 characters are what mail programs show at most.
    private const int MostSubjectUnits = 120;

    public MailTextValidator(MailKind kind)
    {
        RuleFor(t => t.Subject).IsText("件名", MailText.SubjectLimit);
        RuleFor(t => t.Subject).NotEmpty().WithMessage("件名を入力してください");
        RuleFor(t => t.Subject).Must(s => s.Length <= MostSubjectUnits).WithMessage("件名の絵文字や記号を減らしてください");
        RuleFor(t => t.Title).IsText("見出し", MailText.TitleLimit);
        RuleFor(t => t.Title).NotEmpty().WithMessage("見出しを入力してください");
        RuleFor(t => t.Body).IsText("本文", MailText.BodyLimit, lines: true);
        RuleFor(t => t.Body).NotEmpty().WithMessage("本文を入力してください");
        RuleFor(t => t).Custom((text, context) =>
        {
            foreach (var flaw in Placeholders.FlawsOf(kind, text))
            {
                context.AddFailure(flaw.Part.ToString(), Words(flaw));
            }
        });
    }

    /// <summary>The faults of a text, one message a field.</summary>
    public static IReadOnlyList<FieldError> Faults(MailKind kind, MailText text) =>
    [
        .. new MailTextValidator(kind).Validate(text).Errors
            .GroupBy(e => e.PropertyName)
            .Select(e => new FieldError(e.Key, string.Join("。", e.Select(f => f.ErrorMessage).Distinct().Take(5))))
            .OrderBy(e => Array.IndexOf(Order, e.Field)),
    ];

    private static readonly string[] Order = [nameof(MailText.Subject), nameof(MailText.Title), nameof(MailText.Body)];

    private static string Words(TextFlaw flaw) => flaw.Kind switch
    {
        FlawKind.Unknown when Placeholders.NearestTo(flaw.Name) is { } near =>
            $"{{{flaw.Name}}}という差し込み項目はありません。{{{near}}}ではありませんか",
        FlawKind.Unknown => $"{{{flaw.Name}}}という差し込み項目はありません。一覧の中から選んでください",
        FlawKind.NotHere => $"{{{flaw.Name}}}は{(flaw.Part == MailPart.Subject ? "件名" : "見出し")}には使えません。本文に入れてください",
        FlawKind.NotAlone => $"{{{flaw.Name}}}は、その行に1つだけで書いてください",
        FlawKind.Missing => $"このメールには{{{flaw.Name}}}が必要です。本文に入れてください",
        FlawKind.Broken => "「{」か「}」が余っています。差し込み項目は{氏名}のように囲んでください",
        _ => throw new ArgumentOutOfRangeException(nameof(flaw), flaw.Kind, null),
    };
}
