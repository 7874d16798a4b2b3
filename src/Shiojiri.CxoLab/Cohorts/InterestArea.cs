namespace Shiojiri.CxoLab.Cohorts;

/// <summary>One area of the programme that applicants may name (分野).</summary>
public sealed class InterestArea(int position, string name)
{
    public int Id { get; private set; }

    public int Position { get; private set; } = position;

    public string Name { get; private set; } = name;
}
