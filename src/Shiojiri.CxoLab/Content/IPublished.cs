namespace Shiojiri.CxoLab.Content;

/// <summary>A revision as far as the rule of what is seen needs to know it.</summary>
public interface IPublished
{
    int Number { get; }

    /// <summary>Null: a draft.</summary>
    DateTime? PublishUtc { get; }

    DateTime? TakeDownUtc { get; }
}

public static class PublishedRevisions
{
    /// <summary>
    /// The revision that has taken the place of all others by an instant: the newest by its time of publishing, then by its number. Once its
    /// time of taking down has come nothing is seen: an older one does not come back.
    /// </summary>
    public static T? LastPublishedAt<T>(this IEnumerable<T> revisions, DateTime nowUtc)
        where T : class, IPublished =>
        revisions.Where(r => r.PublishUtc <= nowUtc).OrderByDescending(r => r.PublishUtc).ThenByDescending(r => r.Number).FirstOrDefault();

    /// <summary>What visitors see at an instant; null: nothing.</summary>
    public static T? ShownAt<T>(this IEnumerable<T> revisions, DateTime nowUtc)
        where T : class, IPublished =>
        revisions.LastPublishedAt(nowUtc) is { } last && !(last.TakeDownUtc <= nowUtc) ? last : null;
}
