namespace Shiojiri.CxoLab.Applications;

/// <summary>Why a person can't be erased now (削除できない理由), and what to do first.</summary>
public enum ErasureRefusal
{
    /// <summary>It has been done.</summary>
    IsErased,

    /// <summary>It lies under another application of the same person and goes with that one.</summary>
    IsMerged,

    /// <summary>A member, and the term is not over.</summary>
    TakesPart,

    /// <summary>Not decided, or on the waiting list, and the term is not over.</summary>
    IsUnderWay,

    /// <summary>Money is here that does not belong to the programme: it has to be given back, to somebody who is known.</summary>
    HoldsMoney,

    /// <summary>A member still owes the fee, in time or past its day: what comes in has to be matched to somebody.</summary>
    AwaitsFee,

    /// <summary>A question of the person is not answered yet: the site does not erase it by itself. By hand it can be done, knowingly.</summary>
    HasOpenInquiry,
}

public static class ErasureRefusalLabel
{
    /// <summary>For staff: why not, and what to do first.</summary>
    public static string Label(this ErasureRefusal refusal) => refusal switch
    {
        ErasureRefusal.IsErased => "この申し込みの個人情報は、もう削除してあります。",
        ErasureRefusal.IsMerged => "この申し込みは、同じ方のほかの申し込みにまとめてあります。残した申し込みのページから削除してください。",
        ErasureRefusal.TakesPart => "期が終わっていない参加メンバーです。本人から削除の申し出があったときは、先に「辞退」を決定してください。",
        ErasureRefusal.IsUnderWay => "まだ手続きの途中です。本人から削除の申し出があったときは、先に「辞退」を決定してください。",
        ErasureRefusal.HoldsMoney => "お預かりしているお金があります。先に返金して「入金の記録」に残すか、誤った入金の記録を取り消してください。",
        ErasureRefusal.AwaitsFee => "参加費のお支払いを待っています。入金を記録するか、「辞退」を決定してからにしてください。",
        ErasureRefusal.HasOpenInquiry => "未対応のお問い合わせがあります。先に返事をしてください。",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}
