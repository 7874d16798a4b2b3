namespace Shiojiri.CxoLab.Applications;

/// <summary>A word of staff's own by which applications are gathered (タグ).</summary>
public sealed class Tag(int cohortId, string name)
{
    public const int Limit = 20;

    public int Id { get; private set; }

    public int CohortId { get; private set; } = cohortId;

    public string Name { get; private set; } = name;
}

/// <summary>A tag on an application.</summary>
public sealed class ApplicationTag(int applicationId, int tagId)
{
    public int Id { get; private set; }

    public int ApplicationId { get; private set; } = applicationId;

    public int TagId { get; private set; } = tagId;
}
