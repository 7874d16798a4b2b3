using System.Security.Cryptography;
using System.Text;

namespace Shiojiri.CxoLab.Reviews;

/// <summary>One thing that reviewers of a cohort look at (審査の観点), with the weight it has in the total.</summary>
public sealed class ReviewCriterion(int cohortId, int position, string name, string? description, int weight)
{
    public const int NameLimit = 40;
    public const int DescriptionLimit = 200;
    public const int MaxWeight = 10;

    public int Id { get; private set; }

    /// <summary>Names it in forms: positions move, this stays.</summary>
    public string Key { get; private set; } = RandomToken.Draw();

    public int CohortId { get; private set; } = cohortId;

    public int Position { get; private set; } = position;

    public string Name { get; private set; } = name;

    public string? Description { get; private set; } = description;

    /// <summary>1 to <see cref="MaxWeight"/>.</summary>
    public int Weight { get; private set; } = weight;

    public Guid Version { get; private set; } = Guid.NewGuid();

    /// <summary>
    /// Stands for the criteria of a cohort as they are at this moment: whoever fills in a form made from others is told so, rather
    /// than have scores land on what they did not mean.
    /// </summary>
    public static string StateOf(IEnumerable<ReviewCriterion> criteria) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', criteria.OrderBy(c => c.Position).Select(c => $"{c.Key}|{c.Version:N}")))));

    public void Change(int position, string name, string? description, int weight)
    {
        Position = position;
        Name = name;
        Description = description;
        Weight = weight;
        Version = Guid.NewGuid();
    }
}
