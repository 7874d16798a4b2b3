using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Shiojiri.CxoLab.Web.Commands.Checkups;

/// <summary>The clock, and what the system knows of Japan.</summary>
internal sealed class TimeCheckup(TimeProvider time) : ICheckup
{
    /// <summary>The first recruitment that this site was made for.</summary>
    private static readonly DateTimeOffset Earliest = new(2022, 6, 1, 0, 0, 0, JapanTime.Offset);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static string Subject => "time";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var japan = now.ToOffset(JapanTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        yield return Finding.Judge(now >= Earliest, $"It is {japan} in Japan.", $"The clock says {japan} in Japan, which can't be: set it.");
        yield return await SynchronizedAsync(ct);
        yield return ZoneOfJapan();
        yield return Finding.Judge(
            CultureInfo.GetCultureInfo("ja-JP").DateTimeFormat.GetDayName(DayOfWeek.Sunday) == "日曜日",
            "Japanese names of days are known (ICU).",
            "The system knows no Japanese names of days: install ICU (libicu), and leave DOTNET_SYSTEM_GLOBALIZATION_INVARIANT unset.");
    }

    private static async Task<Finding> SynchronizedAsync(CancellationToken ct) => await AskAsync("timedatectl", "show --property=NTPSynchronized --value", ct) switch
    {
        "yes" => Finding.Ok("The clock is kept by NTP."),
        "no" => Finding.Warn("The clock is not kept by NTP: deadlines and what is published at a time go by it (timedatectl set-ntp true)."),
        _ => Finding.Ok("Whether the clock is kept by NTP is not known here: the machine around it should see to that."),
    };

    private static Finding ZoneOfJapan() => TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Tokyo", out var zone)
        ? Finding.Judge(zone.BaseUtcOffset == JapanTime.Offset, "Asia/Tokyo is known.", "The system's Asia/Tokyo is not UTC+9: its time zone data is damaged.")
        : Finding.Warn("The system has no time zone Asia/Tokyo (tzdata). The site counts with UTC+9 and goes on; other programs may show other times.");

    private static async Task<string?> AskAsync(string program, string arguments, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var answer = await process.StandardOutput.ReadToEndAsync(patience.Token);
            return answer.Trim();
        }
        catch (Exception absent) when (absent is Win32Exception || (absent is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }
}
