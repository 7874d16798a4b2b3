namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>Waits for what the site does beside the request, such as sending a mail; never longer than it takes.</summary>
internal static class Eventually
{
    // Far more than anything takes, for machines that have more to do.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Task HoldsAsync(Func<bool> holds, TimeSpan? patience = null) => HoldsAsync(() => Task.FromResult(holds()), patience);

    /// <param name="patience">For what takes its time by itself, such as processes that start.</param>
    public static async Task HoldsAsync(Func<Task<bool>> holds, TimeSpan? patience = null)
    {
        for (var started = TimeProvider.System.GetTimestamp(); !await holds(); await Task.Delay(20))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < (patience ?? Patience), "It never came true.");
        }
    }
}
