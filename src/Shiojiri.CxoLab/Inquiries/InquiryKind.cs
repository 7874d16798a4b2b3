namespace Shiojiri.CxoLab.Inquiries;

/// <summary>What somebody asks about (どんなことですか). They may leave it open.</summary>
public enum InquiryKind
{
    /// <summary>申し込む前の質問</summary>
    BeforeApplying,

    /// <summary>申し込みの後のこと</summary>
    AfterApplying,

    /// <summary>お支払い</summary>
    Payment,

    /// <summary>取材・そのほか</summary>
    Other,
}

/// <summary>Where an inquiry stands (対応の状態).</summary>
public enum InquiryStatus
{
    /// <summary>未対応: nobody has answered, or there is more to say.</summary>
    Open,

    /// <summary>返事済み: answered by mail; the person may write again.</summary>
    Answered,

    /// <summary>済み: nothing is left to do.</summary>
    Closed,
}

public static class InquiryLabels
{
    public static string Label(this InquiryKind kind) => kind switch
    {
        InquiryKind.BeforeApplying => "申し込む前の質問",
        InquiryKind.AfterApplying => "申し込みの後のこと",
        InquiryKind.Payment => "お支払い",
        InquiryKind.Other => "取材・そのほか",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no name."),
    };

    public static string Label(this InquiryStatus status) => status switch
    {
        InquiryStatus.Open => "未対応",
        InquiryStatus.Answered => "返事済み",
        InquiryStatus.Closed => "済み",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "This status has no name."),
    };
}
