using FluentValidation;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;

namespace Shiojiri.CxoLab.Web.Features.Admin.Contacts;

/// <summary>How a person is called and reached, as staff type it.</summary>
internal sealed record ContactForm
{
    public string? Name { get; init; }

    public string? Kana { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Residence { get; init; }

    public string? Country { get; init; }

    /// <summary>The application's version that the form was filled from.</summary>
    public Guid Version { get; init; }

    public static ContactForm Of(Application application)
    {
        var abroad = application.Residence.StartsWith($"{Residences.Abroad}（", StringComparison.Ordinal);
        return new ContactForm
        {
            Name = application.Name,
            Kana = application.Kana,
            Email = application.Email,
            Phone = application.Phone,
            Residence = abroad ? Residences.Abroad : application.Residence,
            Country = abroad ? application.Residence[(Residences.Abroad.Length + 1)..^1] : null,
            Version = application.Version,
        };
    }

    public ContactForm Folded()
    {
        // The same folding as on the public form: what one may type there may be typed here.
        var folded = new ApplyForm { Name = Name, Kana = Kana, Email = Email, Phone = Phone, Residence = Residence, Country = Country }.Folded();
        return this with { Name = folded.Name, Kana = folded.Kana, Email = folded.Email, Phone = folded.Phone, Residence = folded.Residence, Country = folded.Country };
    }

    public Contact ToContact() => new(Name!, Kana!, Email, Phone, Country is null ? Residence! : $"{Residence}（{Country}）");
}

internal sealed class ContactFormValidator : AbstractValidator<ContactForm>
{
    public static readonly string[] Order =
    [
        nameof(ContactForm.Name), nameof(ContactForm.Kana), nameof(ContactForm.Email), nameof(ContactForm.Phone), nameof(ContactForm.Residence), nameof(ContactForm.Country),
    ];

    /// <param name="mayLackEmail">There is no address so far, and a telephone number is enough.</param>
    public ContactFormValidator(bool mayLackEmail = false)
    {
        RuleFor(f => f.Name).IsText("氏名", ApplicantLimits.Name, required: "氏名を入力してください");
        RuleFor(f => f.Kana).IsKana();
        RuleFor(f => f.Email).IsEmail().When(f => !mayLackEmail || f.Email is not null);
        RuleFor(f => f.Email)
            .Must((form, _) => form.Phone is not null).When(f => mayLackEmail && f.Email is null)
            .WithMessage("メールアドレスか電話番号のどちらかを入力してください");
        RuleFor(f => f.Phone).IsPhone();
        RuleFor(f => f.Residence).Must(Residences.IsKnown).WithMessage("お住まいの都道府県を選んでください");
        RuleFor(f => f.Country)
            .IsText("お住まいの国", ApplicantLimits.Residence - 5, required: "海外にお住まいの方は、国の名前を入力してください")
            .When(f => f.Residence == Residences.Abroad);
    }
}

/// <param name="Now">What stands there by now, when somebody else changed it in the meantime; else null.</param>
/// <param name="MayLackEmail">The person has no address so far.</param>
internal sealed record ContactPage(
    string Number, string Name, ContactForm Form, Contact? Now, IReadOnlyList<FieldError> Errors, ApplicantFilter Filter, bool MayLackEmail);
