namespace Shiojiri.CxoLab.Applications;

/// <summary>Where an application stands (審査の状態).</summary>
public enum Decision
{
    /// <summary>受付</summary>
    Received,

    /// <summary>辞退</summary>
    Withdrawn,
}
