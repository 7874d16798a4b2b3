namespace Shiojiri.CxoLab.Applications;

/// <summary>
/// A form sent for an address that already stands in the cohort (重複した申し込み). It makes no second application; its key
/// gives the sender a neutral completion page.
/// </summary>
public sealed class RepeatSubmission(string key, int applicationId, DateTime receivedUtc)
{
    public int Id { get; private set; }

    public string Key { get; private set; } = key;

    public int ApplicationId { get; private set; } = applicationId;

    public DateTime ReceivedUtc { get; private set; } = receivedUtc;
}
