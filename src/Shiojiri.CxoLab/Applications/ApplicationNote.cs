using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Applications;

/// <summary>What staff write down about an application for each other (メモ).</summary>
public sealed class ApplicationNote
{
    public const int Limit = 2000;

    private ApplicationNote()
    {
    }

    public ApplicationNote(string key, int applicationId, string text, Actor by, DateTime nowUtc)
    {
        Key = key;
        ApplicationId = applicationId;
        Text = text;
        ById = by.AccountId;
        ByName = by.Name;
        WrittenUtc = nowUtc;
    }

    public int Id { get; private set; }

    /// <summary>Drawn when the form was shown, so that a note sent twice is one note.</summary>
    public string Key { get; private set; } = "";

    public int ApplicationId { get; private set; }

    public string Text { get; private set; } = "";

    public int? ById { get; private set; }

    public string ByName { get; private set; } = "";

    public DateTime WrittenUtc { get; private set; }
}
