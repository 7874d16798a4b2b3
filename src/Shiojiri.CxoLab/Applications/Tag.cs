using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Applications;

/// <summary>A word of staff's own by which applications are gathered (タグ).</summary>
public sealed class Tag(int cohortId, string name)
{
    public const int Limit = 20;

    public int Id { get; private set; }

    public int CohortId { get; private set; } = cohortId;

    public string Name { get; private set; } = name;

    /// <summary>The name as tags are compared, without difference of width and case: VIP and ＶＩＰ are one. Unique within a cohort; null on a row from
    /// before there was a key.</summary>
    public string? Key { get; private set; } = KeyOf(name);

    public static string KeyOf(string name) =>
        string.Join(' ', Folding.HalfWidth(Folding.WideKana(Folding.Unmarked(Folding.Line(name)))).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Gives a row from before there was a key its key.</summary>
    public void Index() => Key = KeyOf(Name);
}

/// <summary>A tag on an application.</summary>
public sealed class ApplicationTag(int applicationId, int tagId)
{
    public int Id { get; private set; }

    public int ApplicationId { get; private set; } = applicationId;

    public int TagId { get; private set; } = tagId;
}
