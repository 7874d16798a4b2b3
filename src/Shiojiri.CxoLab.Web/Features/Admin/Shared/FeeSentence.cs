using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>What becomes of the fee by what staff are about to do, in a sentence of its own.</summary>
internal static class FeeSentence
{
    public static string Of(FeeStatus after) => after.State switch
    {
        FeeState.None => "参加費のお支払いは必要なくなります。",
        FeeState.NotAsked => "参加費は、参加が決まったときにお願いします。",
        FeeState.Asked => $"参加費 {after.Open}を、{JapanTime.MonthDay(after.DueOn!.Value)}までにお願いします。",
        FeeState.Overdue => $"参加費 {after.Open}は、期限（{JapanTime.MonthDay(after.DueOn!.Value)}）を過ぎたままです。",
        FeeState.OnHold => after.Received.Amount > 0 ? $"受け取った{after.Received}は、参加が決まるまでお預かりします。" : "参加費は、席をご案内するまでお願いしません。",
        FeeState.Settled => after.Fee.Amount == 0 ? "参加費はかかりません。" : after.Excess.Amount > 0 ? $"参加費は完納で、{after.Excess}多く入金されています。" : "参加費は完納です。",
        FeeState.RefundDue => $"{after.ToGiveBack}の返金が必要になります。",
        _ => throw new ArgumentOutOfRangeException(nameof(after), after.State, null),
    };
}
