using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Applications;

/// <summary>
/// A form sent for an address that already stands in the cohort (重複した申し込み). It makes no second application; it holds what its
/// completion page shows to whoever has the link, which is what a new application's would show and nothing of the first one.
/// </summary>
public sealed class RepeatSubmission
{
    private RepeatSubmission()
    {
    }

    internal RepeatSubmission(IssuedNumber issued, Applicant typed, Yen fee, DateOnly? dueOn, bool isWaiting, DateTime receivedUtc)
    {
        Issued = issued;
        Key = typed.Key;
        MaskedEmail = Masked.Email(typed.Email!);
        MaskedKana = Masked.Name(typed.Kana);
        Fee = fee;
        DueOn = dueOn;
        IsWaiting = isWaiting;
        ReceivedUtc = receivedUtc;
    }

    public int Id { get; private set; }

    public string Key { get; private set; } = "";

    /// <summary>Its own number and the application that the number leads to. Null when it was not loaded.</summary>
    public IssuedNumber? Issued { get; private set; }

    /// <summary>Of what was typed; the rest of it is not kept.</summary>
    public string MaskedEmail { get; private set; } = "";

    /// <summary>Of what was typed; the rest of it is not kept.</summary>
    public string MaskedKana { get; private set; } = "";

    public Yen Fee { get; private set; }

    public DateOnly? DueOn { get; private set; }

    /// <summary>A new application would have come onto the waiting list.</summary>
    public bool IsWaiting { get; private set; }

    public DateTime ReceivedUtc { get; private set; }

    /// <summary>The terms that were shown (申し込みのときに示した条件), as a new application keeps them.</summary>
    public FeeValues? Terms { get; private set; }

    public void Keep(FeeValues terms) => Terms = terms;
}
