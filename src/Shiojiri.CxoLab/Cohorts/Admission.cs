namespace Shiojiri.CxoLab.Cohorts;

/// <summary>How members are chosen (参加の決め方).</summary>
public enum AdmissionMode
{
    /// <summary>先着: sending the form takes a place, in order; after the last one comes the waiting list.</summary>
    FirstCome,

    /// <summary>選考: staff choose among those who applied.</summary>
    Selection,
}

/// <summary>When the fee is asked (費用のお願い).</summary>
public enum FeeTiming
{
    /// <summary>申し込みのとき</summary>
    OnApplying,

    /// <summary>参加が決まったとき</summary>
    OnAdmission,
}

/// <summary>How a cohort chooses its members and when it asks for the fee. Fixed from the first application on: people applied under it.</summary>
/// <param name="Mode">How members are chosen.</param>
/// <param name="FeeTiming">When the fee is asked.</param>
/// <param name="ConfirmsWhenPaid">先着: whether 受付 becomes 参加確定 by itself once the fee is in.</param>
/// <param name="AnswersOn">選考: the day by which everybody is answered; null while it is not known.</param>
public sealed record Admission(AdmissionMode Mode, FeeTiming FeeTiming, bool ConfirmsWhenPaid = true, DateOnly? AnswersOn = null)
{
    /// <summary>先着, and the fee asked at applying: what holds where nobody chose otherwise.</summary>
    public static readonly Admission Usual = new(AdmissionMode.FirstCome, FeeTiming.OnApplying);

    public bool IsFirstCome => Mode == AdmissionMode.FirstCome;

    public bool AsksOnApplying => FeeTiming == FeeTiming.OnApplying;
}

public static class AdmissionLabels
{
    /// <summary>先着 / 選考</summary>
    public static string Label(this AdmissionMode mode) => mode switch
    {
        AdmissionMode.FirstCome => "先着",
        AdmissionMode.Selection => "選考",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
    };

    /// <summary>申し込みのとき / 参加が決まったとき</summary>
    public static string Label(this FeeTiming timing) => timing switch
    {
        FeeTiming.OnApplying => "申し込みのとき",
        FeeTiming.OnAdmission => "参加が決まったとき",
        _ => throw new ArgumentOutOfRangeException(nameof(timing), timing, null),
    };
}
