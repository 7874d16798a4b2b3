namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// A row that a health check writes to see that the database takes rows. It is as large as an application with its mails: when it
/// goes in, the next application does.
/// </summary>
internal sealed class Heartbeat
{
    public const int Size = 32 * 1024;

    public int Id { get; set; }

    public DateTime AtUtc { get; set; }

    public byte[] Ballast { get; set; } = new byte[Size];
}
