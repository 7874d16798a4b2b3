namespace Shiojiri.CxoLab.Applications;

/// <summary>One area the applicant is interested in (関心のある分野).</summary>
public sealed class ApplicationInterest(int interestAreaId)
{
    public int Id { get; private set; }

    public int InterestAreaId { get; private set; } = interestAreaId;
}
