namespace Shiojiri.CxoLab.Reviews;

/// <summary>One thing that reviewers of a cohort look at (審査の観点), with the weight it has in the total.</summary>
public sealed class ReviewCriterion(int cohortId, int position, string name, string? description, int weight)
{
    public const int NameLimit = 40;
    public const int DescriptionLimit = 200;
    public const int MaxWeight = 10;

    public int Id { get; private set; }

    public int CohortId { get; private set; } = cohortId;

    public int Position { get; private set; } = position;

    public string Name { get; private set; } = name;

    public string? Description { get; private set; } = description;

    /// <summary>1 to <see cref="MaxWeight"/>.</summary>
    public int Weight { get; private set; } = weight;

    public Guid Version { get; private set; } = Guid.NewGuid();

    public void Change(int position, string name, string? description, int weight)
    {
        Position = position;
        Name = name;
        Description = description;
        Weight = weight;
        Version = Guid.NewGuid();
    }
}
