namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>What every field of the form shows: label, 必須 or 任意, hint, message.</summary>
internal abstract record Field(string Name, string Label, bool Required, string? Hint, string? Error)
{
    public string Id => FieldError.IdOf(Name);

    /// <summary>The name under which it is posted, where two forms of a page have a field of that name.</summary>
    public string? Posted { get; init; }

    /// <summary>The ids of the texts that belong to the control.</summary>
    public string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ', new[] { Hint is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error" }.OfType<string>());
            return ids.Length == 0 ? null : ids;
        }
    }
}

internal sealed record TextField(
    string Name, string Label, bool Required, string? Hint, string? Error, string? Value,
    string Type = "text", string? Autocomplete = null, string? InputMode = null, string Width = "w-l") : Field(Name, Label, Required, Hint, Error);

internal sealed record AreaField(
    string Name, string Label, bool Required, string? Hint, string? Error, string? Value, int Limit, int Rows) : Field(Name, Label, Required, Hint, Error);

internal sealed record Choice(string Value, string Label);

internal sealed record SelectField(
    string Name, string Label, bool Required, string? Hint, string? Error, string? Value, IReadOnlyList<Choice> Choices,
    string? Autocomplete = null) : Field(Name, Label, Required, Hint, Error);

internal sealed record ChoiceField(
    string Name, string Label, bool Required, string? Hint, string? Error, IReadOnlyCollection<string?> Values, IReadOnlyList<Choice> Choices,
    bool Several) : Field(Name, Label, Required, Hint, Error);
