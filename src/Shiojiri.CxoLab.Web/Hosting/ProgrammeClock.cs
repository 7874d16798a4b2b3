using System.Globalization;
using Microsoft.Extensions.Options;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>
/// The programme's time: deadlines, "today", receipts. In Development it can start on another day and runs on from there; cookies,
/// leases and mails keep the real time of <see cref="TimeProvider"/>.
/// </summary>
internal sealed class ProgrammeClock
{
    private readonly TimeProvider _time;
    private readonly TimeProvider _real;
    private readonly TimeSpan _shift;

    /// <param name="time">What the programme goes by.</param>
    /// <param name="settings">When it starts, in Development.</param>
    /// <param name="real">What mails go by, where that is another clock.</param>
    public ProgrammeClock(TimeProvider time, IOptions<ProgrammeSettings> settings, TimeProvider? real = null)
    {
        _time = time;
        _real = real ?? time;
        if (ParseStart(settings.Value.DemoStartsAt) is { } start)
        {
            _shift = start - time.GetUtcNow();
            IsDemo = true;
        }
    }

    /// <summary>Whether the clock shows another day than the real one.</summary>
    public bool IsDemo { get; }

    public DateTime UtcNow => (_time.GetUtcNow() + _shift).UtcDateTime;

    /// <summary>The real time, which mails keep.</summary>
    public DateTime RealUtcNow => _real.GetUtcNow().UtcDateTime;

    /// <summary>A real instant as the programme's clock shows it, so that mails and applications stand in one order.</summary>
    public DateTime Shown(DateTime realUtc) => realUtc + _shift;

    /// <summary>The real instant at which the programme's clock shows another one.</summary>
    public DateTime Real(DateTime shownUtc) => shownUtc - _shift;

    public DateOnly Today => JapanTime.DayOf(UtcNow);

    /// <summary>Null unless the text is ISO 8601 with an offset.</summary>
    // Letters in quotes would be compared by the rules of a language, which .NET would first have to read at each start.
    public static DateTimeOffset? ParseStart(string? text) =>
        DateTimeOffset.TryParseExact(
            text,
            ["yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mmzzz", @"yyyy-MM-ddTHH:mm:ss\Z", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz"],
            CultureInfo.InvariantCulture,
            text?.EndsWith('Z') == true ? DateTimeStyles.AssumeUniversal : DateTimeStyles.None,
            out var start)
            ? start
            : null;
}
