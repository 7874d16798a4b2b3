namespace Shiojiri.CxoLab.Content;

/// <summary>From when until when visitors see a revision (公開の期間), in the programme's time.</summary>
/// <param name="FromUtc">Null: a draft.</param>
/// <param name="UntilUtc">Null: until something newer takes its place.</param>
public sealed record Publication(DateTime? FromUtc, DateTime? UntilUtc = null)
{
    public static readonly Publication Draft = new(null, null);
}
