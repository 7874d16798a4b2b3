using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Themes;

/// <summary>What a theme says.</summary>
/// <param name="Title">A | marks where its line may break.</param>
/// <param name="Owner">The local player (地域プレイヤー) whose theme it is.</param>
/// <param name="Affiliation">Their work or organisation (仕事や団体).</param>
/// <param name="Words">Their own words (本人の言葉), as they wrote them; null while they are not known.</param>
/// <param name="Sought">Who is sought (求める人), one a line; null while it is not known.</param>
public sealed record ThemeContents(string Title, string Owner, string? Affiliation, string? Words, string? Sought);

/// <summary>Something of the region that a cohort can work on, with the person whose concern it is (テーマ). A cohort may have none.</summary>
public sealed class Theme
{
    private Theme()
    {
    }

    /// <param name="key">A <see cref="RandomToken"/>, drawn when its form was opened: a form sent twice makes one.</param>
    public Theme(int cohortId, string key, int position, ThemeContents contents)
    {
        (CohortId, Key, Position) = (cohortId, key, position);
        Put(contents);
        Version = Guid.NewGuid();
    }

    public int Id { get; private set; }

    public int CohortId { get; private set; }

    /// <summary>What its addresses call it.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Its place among those of its cohort; of two with the same the older one comes first.</summary>
    public int Position { get; private set; }

    public string Title { get; private set; } = "";

    public string Owner { get; private set; } = "";

    public string? Affiliation { get; private set; }

    public string? Words { get; private set; }

    public string? Sought { get; private set; }

    /// <summary>Since when visitors read it, on the programme's clock; null while they don't.</summary>
    public DateTime? PublishedUtc { get; private set; }

    /// <summary>When it was taken from the site, on the programme's clock; null while it is there or never was.</summary>
    public DateTime? WithdrawnUtc { get; private set; }

    /// <summary>When and by whom it was noted that the owner agrees with what is published of them (本人に確かめました); null: nobody did.</summary>
    public DateTime? ConfirmedUtc { get; private set; }

    public string? ConfirmedBy { get; private set; }

    public Guid Version { get; private set; }

    public ThemeState State => PublishedUtc is not null ? ThemeState.Public : WithdrawnUtc is not null ? ThemeState.Withdrawn : ThemeState.Draft;

    public bool IsPublic => State == ThemeState.Public;

    public bool IsConfirmed => ConfirmedUtc is not null;

    /// <summary>What visitors have to find on its page and is not written yet, by its Japanese names.</summary>
    public IReadOnlyList<string> Missing => MissingIn(ToContents());

    public static IReadOnlyList<string> MissingIn(ThemeContents contents) =>
        [.. new[] { contents.Words is null ? "本人の言葉" : null, contents.Sought is null ? "求める人" : null }.OfType<string>()];

    public ThemeContents ToContents() => new(Title, Owner, Affiliation, Words, Sought);

    /// <summary>Says anew what it is. What the owner agreed to is gone when their name, work or words change.</summary>
    public void Change(ThemeContents contents)
    {
        if ((contents.Owner, contents.Affiliation, contents.Words) != (Owner, Affiliation, Words))
        {
            (ConfirmedUtc, ConfirmedBy) = (null, null);
        }

        Put(contents);
        Version = Guid.NewGuid();
    }

    /// <summary>Notes that the owner agrees with what is published of them. It hinders nothing while it is not noted: staff are reminded.</summary>
    public void Confirm(Actor by, DateTime nowUtc)
    {
        (ConfirmedUtc, ConfirmedBy) = (nowUtc, by.Name);
        Version = Guid.NewGuid();
    }

    /// <summary>Takes that note back, which was made by mistake.</summary>
    public void Unconfirm()
    {
        (ConfirmedUtc, ConfirmedBy) = (null, null);
        Version = Guid.NewGuid();
    }

    /// <summary>Shows it to visitors at once, as soon as its cohort is public (公開).</summary>
    /// <exception cref="InvalidOperationException">Something is <see cref="Missing"/>.</exception>
    public void Publish(DateTime nowUtc)
    {
        if (Missing.Count > 0)
        {
            throw new InvalidOperationException("A theme without words or without whom it seeks is no page.");
        }

        (PublishedUtc, WithdrawnUtc) = (nowUtc, null);
        Version = Guid.NewGuid();
    }

    /// <summary>Takes it from the site (公開を取り下げる). Whoever chose it keeps it as it was named.</summary>
    public void Withdraw(DateTime nowUtc)
    {
        (PublishedUtc, WithdrawnUtc) = (null, nowUtc);
        Version = Guid.NewGuid();
    }

    /// <summary>Its version stays: a form that is open on it is none the older.</summary>
    public void MoveTo(int position) => Position = position;

    /// <summary>The same theme for the next cohort: a draft, and its owner is to be asked again.</summary>
    /// <param name="key">A new one.</param>
    public Theme CopyFor(int cohortId, string key) => new(cohortId, key, Position, ToContents());

    private void Put(ThemeContents contents) => (Title, Owner, Affiliation, Words, Sought) = (contents.Title, contents.Owner, contents.Affiliation, contents.Words, contents.Sought);
}
