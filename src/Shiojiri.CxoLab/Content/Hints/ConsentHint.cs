namespace Shiojiri.CxoLab.Content.Hints;

/// <summary>Somebody's words or name without the tick that they agreed.</summary>
public static class ConsentHint
{
    public static TextHint? Of(ContentKind kind, IReadOnlyDictionary<string, string?> fields) =>
        ContentField.Of(kind).Any(f => f.Name == ContentField.Consent)
        && fields.GetValueOrDefault(ContentField.Consent) is null
        && (fields.GetValueOrDefault(ContentField.Text) ?? fields.GetValueOrDefault(ContentField.DisplayName)) is not null
            ? new TextHint(0, 0, "「本人に確かめました」のしるしがありません。公開の前に、載せてよいか本人に確かめてください")
            : null;
}
