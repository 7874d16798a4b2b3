using System.Net;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>What the site can't start with or without. Each fault names its setting and says what belongs there.</summary>
internal static class SettingsCheck
{
    public static IEnumerable<string> Faults(
        bool development, SiteSettings site, ProgrammeSettings programme, OfficeSettings office, BankAccountSettings account, MailSettings mail, FormGuardSettings guard, StaffSettings staff) =>
        Site(development, site)
            .Concat(Account(account))
            .Concat(Mail(mail))
            .Concat(Office(office))
            .Concat(Programme(development, programme))
            .Concat(Guard(guard))
            .Concat(Staff(development, staff));

    private static IEnumerable<string> Site(bool development, SiteSettings site)
    {
        if (string.IsNullOrWhiteSpace(site.PublicBaseUrl))
        {
            yield return "Site:PublicBaseUrl is missing: the public address of the site, such as https://www.example.jp.";
        }
        else if (!Uri.TryCreate(site.PublicBaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            yield return "Site:PublicBaseUrl is no web address: it should look like https://www.example.jp.";
        }
        else if (!development && url.Scheme == "http" && !url.IsLoopback)
        {
            yield return "Site:PublicBaseUrl must begin with https:// (http is for this machine itself only).";
        }

        foreach (var proxy in site.TrustedProxies.Where(p => !IPNetwork.TryParse(p, out _) && !IPAddress.TryParse(p, out _)))
        {
            yield return $"Site:TrustedProxies holds '{proxy}', which is neither an IP address nor a network such as 10.0.0.0/8.";
        }
    }

    // Staff may set it at the desk instead: until somebody has, recruitment stays shut.
    private static IEnumerable<string> Account(BankAccountSettings account)
    {
        if (!account.IsEmpty && !account.IsComplete)
        {
            yield return "BankAccount is incomplete: Bank, Branch, Kind, Number and Holder are all needed.";
        }
    }

    private static IEnumerable<string> Mail(MailSettings mail)
    {
        if (mail.Transport == MailTransport.Smtp && string.IsNullOrWhiteSpace(mail.Host))
        {
            yield return "Mail:Host is missing: the mail server (or set Mail:Transport to Folder to write .eml files instead).";
        }

        if (string.IsNullOrWhiteSpace(mail.From))
        {
            yield return "Mail:From is missing: the address that mails come from.";
        }
        else if (!IsAddress(mail.From))
        {
            yield return "Mail:From is no e-mail address.";
        }

        if (mail.Port is < 1 or > 65_535)
        {
            yield return "Mail:Port must lie between 1 and 65535.";
        }

        if (mail.TimeoutSeconds is < 1 or > 60)
        {
            yield return "Mail:TimeoutSeconds must lie between 1 and 60.";
        }

        if (mail.LeaseSeconds is < 5 or > 300)
        {
            yield return "Mail:LeaseSeconds must lie between 5 and 300.";
        }

        if (mail.DecisionHoldMinutes is < 0 or > 120)
        {
            yield return "Mail:DecisionHoldMinutes must lie between 0 and 120 (0: decisions are told at once).";
        }
    }

    private static IEnumerable<string> Office(OfficeSettings office)
    {
        if (office.Email is not null && !IsAddress(office.Email))
        {
            yield return "Office:Email is no e-mail address.";
        }

        if (office.InquiryMonths is < 1 or > 120)
        {
            yield return "Office:InquiryMonths must lie between 1 and 120.";
        }

        if (office.NotAcceptedMonths is < 0 or > 120)
        {
            yield return "Office:NotAcceptedMonths must lie between 0 and 120 (0: nobody is erased by itself).";
        }

        if (office.MemberMonths is < 0 or > 120)
        {
            yield return "Office:MemberMonths must lie between 0 and 120 (0: nobody is erased by itself).";
        }
    }

    // As it stands: nobody folds a setting.
    private static bool IsAddress(string text) => EmailAddress.TryParse(text, out var address) is null && address == text;

    private static IEnumerable<string> Programme(bool development, ProgrammeSettings programme)
    {
        if (!string.IsNullOrWhiteSpace(programme.DemoStartsAt))
        {
            if (!development)
            {
                yield return "Programme:DemoStartsAt is set: the programme's clock can be moved in Development only.";
            }
            else if (ProgrammeClock.ParseStart(programme.DemoStartsAt) is null)
            {
                yield return "Programme:DemoStartsAt is no ISO 8601 time with an offset: it should look like 2022-06-10T09:00:00+09:00.";
            }
        }

        if (programme.PaymentDays is < 1 or > 90)
        {
            yield return "Programme:PaymentDays must lie between 1 and 90.";
        }

        if (programme.RefundDays is < 1 or > 180)
        {
            yield return "Programme:RefundDays must lie between 1 and 180.";
        }
    }

    /// <summary>The folder is tried out: pictures that can't be stored would be noticed only when somebody sends one.</summary>
    public static IEnumerable<string> Pictures(PictureSettings pictures)
    {
        if (pictures.Folder is not { } folder)
        {
            yield break;
        }

        if (!Path.IsPathFullyQualified(folder))
        {
            yield return "Pictures:Folder must be a full path, the same folder for every instance.";
        }
        else if (!IsWritable(folder))
        {
            yield return "Pictures:Folder can't be written to.";
        }
    }

    public static bool IsWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var trial = Path.Combine(folder, $"{Guid.NewGuid():N}.part");
            File.WriteAllBytes(trial, []);
            File.Delete(trial);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Guard(FormGuardSettings guard)
    {
        if (guard.PerMinute < 1 || guard.PerHour < 1 || guard.StepsPerMinute < 1 || guard.SummariesPerMinute < 1)
        {
            yield return "FormGuard:PerMinute, PerHour, StepsPerMinute and SummariesPerMinute must be 1 or more.";
        }

        if (guard.MinimumSeconds is < 0 or > 10)
        {
            yield return "FormGuard:MinimumSeconds must lie between 0 and 10.";
        }
    }

    private static IEnumerable<string> Staff(bool development, StaffSettings staff)
    {
        if (!development && staff.RequireSecondFactor == false)
        {
            yield return "Staff:RequireSecondFactor is false: staff can do without a second factor in Development only.";
        }

        if (staff.SignInsPerMinute < 1)
        {
            yield return "Staff:SignInsPerMinute must be 1 or more.";
        }
    }
}
