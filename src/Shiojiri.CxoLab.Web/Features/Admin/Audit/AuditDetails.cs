using System.Text.Json;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Web.Features.Admin.Audit;

/// <summary>What a line stored beside its action, read leniently: older lines have other fields, and a sentence does without.</summary>
internal sealed class AuditDetails
{
    private const int Longest = 60;

    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.OrdinalIgnoreCase);

    public AuditDetails(string? json)
    {
        if (json is null)
        {
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            Items = document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.EnumerateArray().Select(i => new AuditDetails(i.GetRawText()))] : [];
            foreach (var field in document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.EnumerateObject().ToList() : [])
            {
                _fields[field.Name] = field.Value.Clone();
            }
        }
        catch (JsonException)
        {
            // Written by something else: there is nothing to say beyond the action.
        }
    }

    /// <summary>The objects of a list, where the details are one.</summary>
    public IReadOnlyList<AuditDetails> Items { get; } = [];

    public IEnumerable<string> Names => _fields.Keys;

    public bool Has(string name) => _fields.ContainsKey(name);

    /// <summary>A text, cut where it gets long; null when there is none.</summary>
    public string? Text(string name) => _fields.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
        ? text.Length <= Longest ? text : $"{text[..Longest].TrimEnd('\uD83D', '\uD83C')}…"
        : null;

    public int? Number(string name) => _fields.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    public bool? Flag(string name) => _fields.TryGetValue(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    public Yen? Money(string name) => Number(name) is { } amount and >= 0 ? new Yen(amount) : null;

    public DateOnly? Day(string name) => TypedDay.Parse(Text(name));

    /// <summary>A member of an enum by its name; null for a name of another release.</summary>
    public T? Member<T>(string name)
        where T : struct, Enum => Enum.TryParse<T>(Text(name), out var member) && Enum.IsDefined(member) ? member : null;

    public int Count(string name) => _fields.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : 0;

    public AuditDetails Inner(string name) => new(_fields.TryGetValue(name, out var value) ? value.GetRawText() : null);
}
