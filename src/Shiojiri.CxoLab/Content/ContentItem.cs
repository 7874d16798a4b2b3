using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Content;

/// <summary>A piece of the site that staff write (内容): a text on a page, a question with its answer, a piece of news. What it says stands in its revisions.</summary>
public sealed class ContentItem
{
    public const int MaxKey = 40;

    private readonly List<ContentRevision> _revisions = [];

    private ContentItem()
    {
    }

    /// <param name="key">Of something built in its own word, else a random token.</param>
    public ContentItem(string key, ContentKind kind, int position)
    {
        Key = key;
        Kind = kind;
        Position = position;
    }

    public int Id { get; private set; }

    /// <summary>What its addresses call it.</summary>
    public string Key { get; private set; } = "";

    public ContentKind Kind { get; private set; }

    /// <summary>Its place among those of its kind, where they stand in an order of their own.</summary>
    public int Position { get; private set; }

    /// <summary>New with every change of what it says, so that of two who change it at one moment one is told.</summary>
    public Guid Version { get; private set; } = Guid.NewGuid();

    /// <summary>Only what was loaded with it or has been written since.</summary>
    public IReadOnlyList<ContentRevision> Revisions => _revisions;

    /// <summary>Adds what it shall say.</summary>
    /// <param name="number">One more than that of its newest revision.</param>
    public ContentRevision Write(int number, IReadOnlyDictionary<string, string?> fields, Publication publication, Actor by, DateTime nowUtc)
    {
        var revision = new ContentRevision(Id, number, fields, publication, by, nowUtc);
        _revisions.Add(revision);
        Version = Guid.NewGuid();
        return revision;
    }

    /// <summary>Makes a draft again of what was to be published later (予約をやめる); false when it is public already or was never to be.</summary>
    public bool Unschedule(ContentRevision revision, DateTime nowUtc)
    {
        if (revision.PublishUtc is not { } at || at <= nowUtc)
        {
            return false;
        }

        revision.Withhold();
        Version = Guid.NewGuid();
        return true;
    }

    public void MoveTo(int position) => Position = position;
}
