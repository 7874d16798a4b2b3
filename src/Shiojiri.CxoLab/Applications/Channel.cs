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

public static class ChannelLabel
{
    /// <summary>ウェブ, 紙, 電話</summary>
    public static string Label(this Channel channel) => channel switch
    {
        Channel.Web => "ウェブ",
        Channel.Paper => "紙",
        Channel.Phone => "電話",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
    };
}
