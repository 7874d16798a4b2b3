namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>Why a person is erased, as the log keeps it.</summary>
internal enum ErasureCause
{
    /// <summary>Somebody of the office does it, on the person's request.</summary>
    Request,

    /// <summary>The months for which it is kept are over.</summary>
    Retention,

    /// <summary>Something was stored from an open page after the person was erased, whyever that was.</summary>
    CameAfterwards,
}

internal static class ErasureCauseLabel
{
    /// <summary>For the log: what was done; 「…さんの」 stands before it.</summary>
    public static string Label(this ErasureCause cause) => cause switch
    {
        ErasureCause.Request => "個人情報を申し出により削除",
        ErasureCause.Retention => "個人情報を保管の期間が過ぎたため削除",
        ErasureCause.CameAfterwards => "削除のあとに届いた内容を削除",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, null),
    };
}
