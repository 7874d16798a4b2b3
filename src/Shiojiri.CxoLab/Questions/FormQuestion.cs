using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Questions;

/// <summary>
/// A cohort's own question of the application form (フォームの質問). What it says lies in revisions, which are added and never changed: an answer
/// names the one that it was given under, whatever the question says later.
/// </summary>
public sealed class FormQuestion
{
    private readonly List<FormQuestionRevision> _revisions = [];

    private FormQuestion()
    {
    }

    /// <param name="cohortId">0 while the cohort itself is not stored yet.</param>
    /// <param name="key">Names it in the form and in addresses, for good; see <see cref="RandomToken"/>.</param>
    /// <param name="position">Its place among the cohort's questions.</param>
    public FormQuestion(int cohortId, string key, int position, QuestionContents contents, Actor by, DateTime nowUtc)
    {
        (CohortId, Key, Position) = (cohortId, key, position);
        Add(contents, by, nowUtc);
    }

    public int Id { get; private set; }

    public int CohortId { get; private set; }

    public string Key { get; private set; } = "";

    public int Position { get; private set; }

    /// <summary>The number of the revision that it is asked by.</summary>
    public int Number { get; private set; }

    /// <summary>From when on it stands in the form; null: a draft (下書き).</summary>
    public DateTime? PublishedUtc { get; private set; }

    /// <summary>When it was taken from the form (外した質問); its answers stay.</summary>
    public DateTime? RemovedUtc { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Those that were read with it, and those added since.</summary>
    public IReadOnlyList<FormQuestionRevision> Revisions => _revisions;

    /// <summary>Says it anew; nothing happens when it says the same already.</summary>
    public void Change(QuestionContents contents, Actor by, DateTime nowUtc)
    {
        if (_revisions.Single(r => r.Number == Number).Read().IsSameAs(contents))
        {
            return;
        }

        Add(contents, by, nowUtc);
    }

    /// <summary>Puts it into the form (質問を公開する); once it is there, from that day on.</summary>
    public void Publish(DateTime nowUtc)
    {
        PublishedUtc ??= nowUtc;
        Version = Guid.NewGuid();
    }

    public void MoveTo(int position)
    {
        Position = position;
        Version = Guid.NewGuid();
    }

    /// <summary>Takes it from the form (外す); what was answered stays.</summary>
    public void Remove(DateTime nowUtc)
    {
        RemovedUtc = nowUtc;
        Version = Guid.NewGuid();
    }

    /// <summary>It stands in the form again, as the last one.</summary>
    public void Restore(int position)
    {
        (RemovedUtc, Position) = (null, position);
        Version = Guid.NewGuid();
    }

    private void Add(QuestionContents contents, Actor by, DateTime nowUtc)
    {
        Number++;
        _revisions.Add(new FormQuestionRevision(Number, contents, by, nowUtc));
        Version = Guid.NewGuid();
    }
}

/// <summary>A question as it was said once (質問の版).</summary>
public sealed class FormQuestionRevision
{
    private FormQuestionRevision()
    {
    }

    internal FormQuestionRevision(int number, QuestionContents contents, Actor by, DateTime nowUtc)
    {
        (Number, Json, SavedBy, SavedUtc) = (number, contents.ToJson(), by.Name, nowUtc);
    }

    public int Id { get; private set; }

    public int QuestionId { get; private set; }

    /// <summary>From 1 within its question.</summary>
    public int Number { get; private set; }

    public string Json { get; private set; } = "";

    public string SavedBy { get; private set; } = "";

    public DateTime SavedUtc { get; private set; }

    public QuestionContents Read() => QuestionContents.Read(Json);
}
