using Microsoft.AspNetCore.Mvc.ModelBinding;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;

/// <summary>What the application form posts, as typed.</summary>
internal sealed class ApplyForm
{
    public string? Name { get; set; }

    public string? Kana { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Residence { get; set; }

    public string? Country { get; set; }

    public string? Occupation { get; set; }

    /// <summary>Answer by slug of the on-site session.</summary>
    public Dictionary<string, string?> Attendance { get; set; } = [];

    public List<string?> Interests { get; set; } = [];

    /// <summary>Keys of the themes that interest the person.</summary>
    public List<string?> Themes { get; set; } = [];

    /// <summary>The same themes by the names that the check page showed; travels protected with the answers, and is taken from no field.</summary>
    [BindNever]
    public List<ChosenTheme> Chosen { get; set; } = [];

    public string? Motivation { get; set; }

    public string? Skills { get; set; }

    public string? Relation { get; set; }

    public string? HeardFrom { get; set; }

    /// <summary>To the cohort's own questions, as typed: by key, and where several can be chosen by key and choice.</summary>
    public Dictionary<string, string?> Questions { get; set; } = [];

    public string? Consent { get; set; }

    /// <summary>When the form was opened and the key it carries, protected.</summary>
    public string? Ticket { get; set; }

    /// <summary>Hidden from people; whatever fills it in is a program.</summary>
    public string? Memo { get; set; }

    /// <summary>The cohort and terms that the check page showed; travels protected with the answers, and is taken from no field.</summary>
    public string? Shown { get; set; }

    /// <summary>The revisions of the own questions that the page showed, protected; null without any.</summary>
    public string? Asked { get; set; }

    /// <summary>With widths, kana and blanks folded, ready to be checked and stored.</summary>
    public ApplyForm Folded() => new()
    {
        Name = Kept(Folding.Line(Name)),
        Kana = Kept(Folding.Katakana(Kana)),
        Email = EmailAddress.TryParse(Email, out var address) is null ? address : Kept(Folding.Line(Email)),
        Phone = PhoneNumber.Parse(Phone) ?? Kept(Folding.Line(Phone)),
        Residence = Residence,
        Country = Residence == Residences.Abroad ? Kept(Folding.Line(Country)) : null,
        Occupation = Kept(Folding.Line(Occupation)),
        Attendance = Attendance,
        Interests = [.. Interests.Distinct()],
        Themes = [.. Themes.Distinct()],
        Motivation = Kept(Folding.Paragraph(Motivation)),
        Skills = Kept(Folding.Paragraph(Skills)),
        Relation = Kept(Folding.Paragraph(Relation)),
        HeardFrom = HeardFrom,
        Questions = Questions,
        Consent = Consent,
        Ticket = Ticket,
        Memo = Memo,
        Asked = Asked,
    };

    /// <summary>The same form with the address that was probably meant, where the one in it looks odd.</summary>
    public ApplyForm WithLikelyAddress()
    {
        var form = (ApplyForm)MemberwiseClone();
        form.Email = Email is null ? null : EmailAddress.LikelyMeant(Email) ?? Email;
        return form;
    }

    /// <summary>The answers of a folded form that the validator has passed.</summary>
    public Applicant ToApplicant(Cohort cohort, string key, OwnQuestions questions) => new(
        key,
        Name!,
        Kana!,
        Email,
        Phone,
        Where,
        Occupation,
        cohort.OnSiteSessions.ToDictionary(s => s.Id, s => ApplyChoices.Attendance[Attendance[s.Slug]!].Answer),
        [.. cohort.InterestAreas.Where(a => Interests.Contains(a.Name)).Select(a => a.Id)],
        Motivation!,
        Skills,
        Relation,
        HeardFrom is null ? null : ApplyChoices.HeardFrom[HeardFrom].Answer)
    {
        Themes = Chosen,
        Answers = questions.Check(this).Given,
    };

    /// <summary>東京都, or 海外（フランス）.</summary>
    public string Where => Country is null ? Residence! : $"{Residence}（{Country}）";

    private static string? Kept(string text) => text.Length == 0 ? null : text;
}
