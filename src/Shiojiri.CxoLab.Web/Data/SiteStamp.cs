namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// One row that every change of what visitors see writes a new value into, in the same save. A node that holds another value in memory than
/// stands here has something old.
/// </summary>
internal sealed class SiteStamp
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    public Guid Value { get; set; }
}
