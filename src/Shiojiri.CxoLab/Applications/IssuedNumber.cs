namespace Shiojiri.CxoLab.Applications;

/// <summary>
/// A number that was given out (発行した受付番号) and the application it leads to: the application's own and one for each repeat. All
/// stand in one list, so that no number is given out twice and a repeat's can't be told from an application's.
/// </summary>
public sealed class IssuedNumber
{
    private IssuedNumber()
    {
    }

    /// <summary>An application's own number, stored with it.</summary>
    internal IssuedNumber(string number) => Number = number;

    /// <summary>A further number, of a repeat.</summary>
    internal IssuedNumber(string number, Application leadsTo)
        : this(number) => ApplicationId = leadsTo.Id;

    public int Id { get; private set; }

    public int ApplicationId { get; private set; }

    public string Number { get; private set; } = "";
}
