namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>A clock that shows what another one shows, which each test can be.</summary>
internal sealed class StandInTime : TimeProvider
{
    public TimeProvider Shown { get; set; } = System;

    public override TimeZoneInfo LocalTimeZone => Shown.LocalTimeZone;

    public override long TimestampFrequency => Shown.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => Shown.GetUtcNow();

    public override long GetTimestamp() => Shown.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => Shown.CreateTimer(callback, state, dueTime, period);
}
