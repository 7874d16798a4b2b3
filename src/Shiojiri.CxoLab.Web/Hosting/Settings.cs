using Shiojiri.CxoLab.Mail;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>Settings of the site as a whole, section <c>Site</c>.</summary>
internal sealed class SiteSettings
{
    /// <summary>The address people type. Links in mails, redirects and the sitemap are built from it alone, never from a request.</summary>
    public string? PublicBaseUrl { get; set; }

    /// <summary>Addresses or networks (CIDR) of the proxies whose X-Forwarded-For and -Proto are believed.</summary>
    public string[] TrustedProxies { get; set; } = [];

    public string BaseUrl => PublicBaseUrl!.TrimEnd('/');

    public bool IsHttps => PublicBaseUrl?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>Settings of the programme, section <c>Programme</c>.</summary>
internal sealed class ProgrammeSettings
{
    /// <summary>The day the programme's clock starts at, ISO 8601 with offset. Development only.</summary>
    public string? DemoStartsAt { get; set; }

    /// <summary>Days from receipt until the fee is due.</summary>
    public int PaymentDays { get; set; } = 7;

    /// <summary>A sentence on who bears the bank's charge.</summary>
    public string? TransferFee { get; set; }

    /// <summary>A sentence on what is paid back when somebody steps back after paying.</summary>
    public string? Withdrawal { get; set; }

    /// <summary>Days within which money is given back once the account is known; null while nobody decided it.</summary>
    public int? RefundDays { get; set; }
}

/// <summary>Who stands behind the site, section <c>Office</c>. What is not set is shown as not yet known.</summary>
internal sealed class OfficeSettings
{
    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Hours { get; set; }

    /// <summary>販売事業者 for the 特定商取引法 page.</summary>
    public string? Seller { get; set; }

    public string? Representative { get; set; }

    public string? Address { get; set; }

    /// <summary>個人情報の取扱責任者 for the privacy page.</summary>
    public string? PrivacyOfficer { get; set; }

    /// <summary>How long personal data is kept, a sentence.</summary>
    public string? Retention { get; set; }

    /// <summary>Months after which a question to the office, its answers and their mails are cleared.</summary>
    public int InquiryMonths { get; set; } = 12;

    /// <summary>Months after the end of the term until applications that led to no taking part are erased; 0: not by themselves.</summary>
    public int NotAcceptedMonths { get; set; } = 6;

    /// <summary>The same of members' applications.</summary>
    public int MemberMonths { get; set; } = 12;
}

/// <summary>The account fees are paid into, section <c>BankAccount</c>.</summary>
internal sealed class BankAccountSettings
{
    public string? Bank { get; set; }

    public string? Branch { get; set; }

    public string? Kind { get; set; }

    public string? Number { get; set; }

    public string? Holder { get; set; }

    public bool IsEmpty => Values.All(string.IsNullOrWhiteSpace);

    public bool IsComplete => !Values.Any(string.IsNullOrWhiteSpace);

    private string?[] Values => [Bank, Branch, Kind, Number, Holder];
}

/// <summary>How mail leaves, section <c>Mail</c>.</summary>
internal sealed class MailSettings
{
    public MailTransport? Transport { get; set; }

    /// <summary>Where the folder transport writes; App_Data/mail when not set.</summary>
    public string? Folder { get; set; }

    public string? From { get; set; }

    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Seconds for connecting and for each step of the talk.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Seconds for which a node has a mail to itself. One that it had in hand when it died is taken up by another after that.</summary>
    public int LeaseSeconds { get; set; } = (int)OutgoingMail.LeaseTime.TotalSeconds;

    public TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);

    /// <summary>Minutes for which the mails of decisions are kept back, so that they can be stopped; 0: they leave at once.</summary>
    public int DecisionHoldMinutes { get; set; } = 10;

    public TimeSpan DecisionHold => TimeSpan.FromMinutes(DecisionHoldMinutes);
}

internal enum MailTransport
{
    Folder,
    Smtp,
}

internal enum MailSecurity
{
    /// <summary>In clear: for a mail server on the same machine only.</summary>
    None,

    /// <summary>STARTTLS or nothing: never falls back to clear.</summary>
    StartTls,

    /// <summary>TLS from the first byte (port 465).</summary>
    Tls,
}

/// <summary>Guards of the application form, section <c>FormGuard</c>.</summary>
internal sealed class FormGuardSettings
{
    /// <summary>Applications from one address in a minute.</summary>
    public int PerMinute { get; set; } = 5;

    /// <summary>Applications from one address in an hour.</summary>
    public int PerHour { get; set; } = 20;

    /// <summary>All other form steps from one address in a minute.</summary>
    public int StepsPerMinute { get; set; } = 60;

    /// <summary>Mails with one's own numbers that one address asks for in a minute.</summary>
    public int SummariesPerMinute { get; set; } = 10;

    /// <summary>A form that comes back sooner is held until this time is over.</summary>
    public int MinimumSeconds { get; set; } = 3;
}

/// <summary>Settings of the staff area, section <c>Staff</c>.</summary>
internal sealed class StaffSettings
{
    /// <summary>Whether everybody needs a second factor. Always so outside Development; there it is off unless set.</summary>
    public bool? RequireSecondFactor { get; set; }

    /// <summary>Sign-ins from one network address in a minute.</summary>
    public int SignInsPerMinute { get; set; } = 10;
}

/// <summary>Where pictures of the site lie, section <c>Pictures</c>.</summary>
internal sealed class PictureSettings
{
    /// <summary>A folder that every node sees; the database when not set.</summary>
    public string? Folder { get; set; }
}

/// <summary>When the site calls itself ready, section <c>Health</c>.</summary>
internal sealed class HealthSettings
{
    /// <summary>Below so many MiB of room on a disk that the site writes to it is not ready; 0: it does not look.</summary>
    public int MinimumFreeMegabytes { get; set; } = 100;
}
