using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Payments;

/// <summary>A form of the page; one is open at a time.</summary>
internal enum LedgerSection
{
    Payment,
    Refund,
    Reversal,
    RefundAccount,
    DueDate,
}

/// <summary>A line of the ledger with the one that takes it back, if any.</summary>
internal sealed record LedgerLine(LedgerEntry Entry, LedgerEntry? Reversal)
{
    public bool IsReversible => Reversal is null && Entry.Kind is LedgerEntryKind.Payment or LedgerEntryKind.Refund;

    public DateOnly On => Entry.OccurredOn ?? JapanTime.DayOf(Entry.EnteredUtc);
}

/// <summary>An application's ledger, and the forms that go with it.</summary>
/// <param name="Application">Whose, with its ledger.</param>
/// <param name="Fee">The fee as it stands today.</param>
/// <param name="Form">As typed; new when nothing is.</param>
/// <param name="Account">Where money goes back to; null when it is not known.</param>
internal sealed record LedgerPage(Application Application, FeeStatus Fee, LedgerForm Form, KnownRefundAccount? Account, DateOnly Today, ApplicantFilter Filter)
{
    /// <summary>The form that came back; null when the page was just opened.</summary>
    public LedgerSection? Mending { get; init; }

    /// <summary>The ledger was changed after the form was opened; nothing was entered.</summary>
    public bool IsStale { get; init; }

    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>A due day that was typed, and why it was to be moved.</summary>
    public DueDateForm DueDate { get; init; } = new(null, null);

    public RefundAccountForm AccountForm { get; init; } = new();

    /// <summary>The newest first; what was taken back stays, with the line against it.</summary>
    public IEnumerable<LedgerLine> Lines => Application.Ledger.Where(e => e.Kind != LedgerEntryKind.Reversal).OrderByDescending(e => e.Id)
        .Select(e => new LedgerLine(e, Application.Ledger.FirstOrDefault(r => r.ReversesId == e.Id)));

    /// <summary>What was asked, what came in, and what is left to do.</summary>
    public IEnumerable<(string Label, Yen Sum, bool IsWrong)> Figures
    {
        get
        {
            yield return ("参加費", Fee.Fee, false);
            yield return ("入金", Application.ReceivedAmount, false);
            if (Application.RefundedAmount.Amount > 0)
            {
                yield return ("返金", Application.RefundedAmount, false);
            }

            yield return Fee.ToGiveBack.Amount > 0 ? (Fee.Excess.Amount > 0 ? "払いすぎ" : "返す額", Fee.ToGiveBack, true) : ("残り", Fee.Open, Fee.State == FeeState.Overdue);
        }
    }

    /// <summary>How many days the due day has passed; 0 while it has not.</summary>
    public int DaysOverdue => Fee is { State: FeeState.Overdue, DueOn: { } due } ? Today.DayNumber - due.DayNumber : 0;

    public DayField DueField =>
        new("due", "新しい期限", true, "例 2022-07-01、7/1、令和4年7月1日", Error(LedgerSection.DueDate, DueDateFormValidator.Due), DueDate.Due, Today);

    public TextField DueReasonField => new(
        DueDateFormValidator.Reason, "理由", true, null, Error(LedgerSection.DueDate, DueDateFormValidator.Reason), DueDate.Reason, Autocomplete: "off")
    {
        Posted = "reason",
    };

    public bool MayMoveDueDate => Fee.State is FeeState.NotAsked or FeeState.Asked or FeeState.Overdue;

    public bool ShowsAccount => Fee.ToGiveBack.Amount > 0 || Account is not null;

    /// <summary>The one being mended, else the one that comes next.</summary>
    public bool IsOpen(LedgerSection section) => section == (Mending ?? (Fee.ToGiveBack.Amount == 0 ? LedgerSection.Payment
        : Account is null ? LedgerSection.RefundAccount : LedgerSection.Refund));

    /// <summary>The same day and amount stands already: a question, not an error.</summary>
    public bool AsksWhetherAnother { get; init; }

    public string Question => $"{(Form.OnDay(Today) is { } on ? JapanTime.MonthDay(on) : "")}の{new Yen(Form.Yen ?? 0)}は、すでに記録されています。別の入金ですか";

    public LedgerForm FormOf(LedgerSection section) => section == (Mending ?? LedgerSection.Payment)
        ? Form
        : new LedgerForm { Key = Form.Key, Version = Form.Version, Way = nameof(PaymentWay.BankTransfer), On = LedgerForm.Iso(Today) };

    public string? Error(LedgerSection section, string field) => section == Mending ? Errors.Of(field) : null;
}

/// <summary>A new due day (期限を移す), as typed.</summary>
internal sealed record DueDateForm(string? Due, string? Reason);
