namespace Shiojiri.CxoLab.Staff;

/// <summary>A search of the applicant list that somebody keeps under a name (保存した絞り込み).</summary>
public sealed class SavedView(int accountId, string name, string query)
{
    public const int MaxName = 30;
    public const int MaxQuery = 1000;

    public int Id { get; private set; }

    public int AccountId { get; private set; } = accountId;

    public string Name { get; private set; } = name;

    /// <summary>The query string without its question mark.</summary>
    public string Query { get; private set; } = query;
}
