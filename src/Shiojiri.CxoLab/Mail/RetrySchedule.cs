namespace Shiojiri.CxoLab.Mail;

/// <summary>When a mail that could not be delivered is tried again (再送の間隔): after 1, 2, 4 … minutes, at most an hour.</summary>
public static class RetrySchedule
{
    /// <summary>RFC 5321 4.5.4.1 suggests at least four to five days; here a person is to know after three.</summary>
    public static readonly TimeSpan GivesUpAfter = TimeSpan.FromHours(72);

    private const int LongestMinutes = 60;

    /// <param name="attempts">Attempts made so far, 1 or more.</param>
    /// <param name="jitter">0 to 1: takes up to a fifth off.</param>
    public static TimeSpan Delay(int attempts, double jitter)
    {
        var minutes = Math.Min(LongestMinutes, Math.Pow(2, Math.Clamp(attempts - 1, 0, 10)));
        return TimeSpan.FromMinutes(minutes * (1 - jitter / 5));
    }
}
