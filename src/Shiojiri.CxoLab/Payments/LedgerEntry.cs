namespace Shiojiri.CxoLab.Payments;

/// <summary>One line of an application's ledger (入出金台帳). Lines are only ever added; what is owed and paid follows from them.</summary>
public sealed class LedgerEntry
{
    private LedgerEntry()
    {
    }

    public int Id { get; private set; }

    public LedgerEntryKind Kind { get; private set; }

    /// <summary>Always positive; the kind says which way it counts.</summary>
    public Yen Amount { get; private set; }

    public DateTime EnteredUtc { get; private set; }

    /// <summary>The fee falls due: the first line of every ledger.</summary>
    public static LedgerEntry FeeDue(Yen amount, DateTime enteredUtc) =>
        new() { Kind = LedgerEntryKind.FeeDue, Amount = amount, EnteredUtc = enteredUtc };
}

public enum LedgerEntryKind
{
    /// <summary>参加費の請求</summary>
    FeeDue,
}
