using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;

namespace Shiojiri.CxoLab.Web.Features.Apply;

/// <summary>When a form was opened, on the programme's clock, and the key its application will have.</summary>
internal sealed record FormTicket(string Key, DateTime OpenedUtc);

/// <summary>
/// What travels inside the pages of the form instead of in a session: sealed by the keys that all instances share, so nobody can
/// change it and any instance can open it.
/// </summary>
internal sealed class ApplyFormProtector(IDataProtectionProvider protection)
{
    /// <summary>Japanese as it is, not as six signs for each.</summary>
    internal static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IDataProtector _tickets = protection.CreateProtector("ApplyForm.Ticket.v1");
    private readonly IDataProtector _answers = protection.CreateProtector("ApplyForm.Answers.v1");

    public string NewTicket(DateTime openedUtc) => Close(_tickets, new FormTicket(RandomToken.Draw(), openedUtc));

    /// <summary>Null when it is missing or not ours.</summary>
    public FormTicket? OpenTicket(string? ticket) => Open<FormTicket>(_tickets, ticket);

    public string SealAnswers(ApplyForm checkedForm) => Close(_answers, checkedForm);

    /// <summary>Null when they are missing or not ours.</summary>
    public ApplyForm? OpenAnswers(string? answers) => Open<ApplyForm>(_answers, answers);

    private static string Close<T>(IDataProtector protector, T value) =>
        WebEncoders.Base64UrlEncode(protector.Protect(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Json))));

    private static T? Open<T>(IDataProtector protector, string? text)
        where T : class
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(protector.Unprotect(WebEncoders.Base64UrlDecode(text)), Json);
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }
}
