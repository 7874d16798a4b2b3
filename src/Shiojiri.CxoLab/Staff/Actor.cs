namespace Shiojiri.CxoLab.Staff;

/// <summary>Who does something, as records keep it (操作した人).</summary>
/// <param name="AccountId">The account; null for the command line and for a visitor without one.</param>
/// <param name="Name">The name as it was at that time.</param>
public sealed record Actor(int? AccountId, string Name)
{
    public const int MaxName = 100;

    public static readonly Actor CommandLine = new(null, "コマンド");

    /// <summary>Whoever came by the link in the start log, before there was any account.</summary>
    public static readonly Actor FirstStart = new(null, "はじめの設定");

    /// <summary>What the site does by itself, by a rule.</summary>
    public static readonly Actor Site = new(null, "自動");
}
