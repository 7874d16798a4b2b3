namespace Shiojiri.CxoLab.Applications;

/// <summary>The way an application came in (受付経路).</summary>
public enum Channel
{
    /// <summary>ウェブ</summary>
    Web,

    /// <summary>紙</summary>
    Paper,

    /// <summary>電話</summary>
    Phone,
}
