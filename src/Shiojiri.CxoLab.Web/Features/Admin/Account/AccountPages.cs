using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Account;

internal sealed class PasswordForm
{
    public string? CurrentPassword { get; set; }

    public string? NewPassword { get; set; }
}

internal sealed record AccountPage(
    string Name, string Email, Role Role, string? Cohort, bool HasSecondFactor, int CodesLeft,
    IReadOnlyList<PasskeyLine> Passkeys, IReadOnlyList<SessionLine> Sessions, string? CurrentFault, string? NewFault);

internal sealed record PasskeyLine(string Id, string Name, DateTime CreatedUtc);

internal sealed record SessionLine(string Device, DateTime StartedUtc, DateTime LastSeenUtc, bool IsThis);

internal sealed record NewPasskeyPage(PasskeyChallenge Question, string? Fault);

/// <summary>A browser's own words about itself, shortened to what a person would say.</summary>
internal static class Device
{
    private static readonly (string Sign, string Name)[] Browsers = [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Name)[] Systems = [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    public static string Name(string userAgent)
    {
        var browser = Browsers.FirstOrDefault(b => userAgent.Contains(b.Sign, StringComparison.Ordinal)).Name;
        var system = Systems.FirstOrDefault(s => userAgent.Contains(s.Sign, StringComparison.Ordinal)).Name;
        return (browser, system) switch
        {
            (null, null) => "不明な端末",
            (null, _) => system!,
            (_, null) => browser,
            _ => $"{browser}（{system}）",
        };
    }
}
