namespace Shiojiri.CxoLab.Payments;

/// <summary>What an application's fee asks of anybody at this moment (参加費の状態). Never stored; <see cref="FeeStatus"/> is the one rule.</summary>
public enum FeeState
{
    /// <summary>なし: nothing is asked and nothing has to be given back, since the person does not take part.</summary>
    None,

    /// <summary>まだお願いしていない: the fee will be asked once taking part is decided.</summary>
    NotAsked,

    /// <summary>お願い中: asked, and the due day has not passed.</summary>
    Asked,

    /// <summary>期限切れ: asked, and the due day has passed.</summary>
    Overdue,

    /// <summary>保留: on the waiting list nothing is asked; what was paid is kept until it is decided.</summary>
    OnHold,

    /// <summary>完納: paid whole, or there is nothing to pay.</summary>
    Settled,

    /// <summary>返金が必要: declined or withdrawn, and what was paid is still here.</summary>
    RefundDue,
}

public static class FeeStateLabel
{
    /// <summary>お願い中, 期限切れ …</summary>
    public static string Label(this FeeState state) => state switch
    {
        FeeState.None => "なし",
        FeeState.NotAsked => "まだお願いしていない",
        FeeState.Asked => "お願い中",
        FeeState.Overdue => "期限切れ",
        FeeState.OnHold => "保留",
        FeeState.Settled => "完納",
        FeeState.RefundDue => "返金が必要",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
