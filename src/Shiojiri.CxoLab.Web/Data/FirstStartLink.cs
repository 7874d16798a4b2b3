namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// The link in the start log that leads to the first administrator (はじめの管理者をつくるリンク). One row, so that a newer start makes the older
/// link void on every node and of two who use it at once one finds it gone.
/// </summary>
internal sealed class FirstStartLink
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    /// <summary>SHA-256 of the token, which stands in the log alone.</summary>
    public string KeyHash { get; set; } = "";

    public DateTime UntilUtc { get; set; }
}
