using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Projects;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Spreadsheets;

namespace Shiojiri.CxoLab.Web.Features.Admin.Content;

/// <summary>One row of past projects, and the piece that it makes or changes.</summary>
/// <param name="Piece">Null: a new one, or none for a faulty row.</param>
internal sealed record ImportedProject(ImportRow Row, EditedContent? Piece, IReadOnlyDictionary<string, string?> Fields);

/// <summary>Compares a table of past projects with those that are there. A project is known by its address, or else by year and title.</summary>
internal sealed class ProjectImport(CxoLabDb db, PictureCatalogue pictures, ProgrammeClock clock)
{
    public const string AddressColumn = "アドレス";

    private const int Most = 2_000;

    private static readonly IReadOnlyList<ContentField> Fields = ContentField.Of(ContentKind.Project);

    public static readonly ImportKind Kind = new(
        "過去のプロジェクトをCSVから入れる", "/admin/pages", "ページの一覧へ戻る", "/admin/pages/import", [AddressColumn, .. Fields.Select(f => f.Label)],
        [LabelOf(ContentField.Title), LabelOf(ContentField.Year)], "/admin/pages/import/current.csv", CanPublish: true);

    /// <summary>All projects, each with what was saved last.</summary>
    public async Task<List<EditedContent>> StoredAsync(CancellationToken ct)
    {
        var items = await db.ContentItems.Where(i => i.Kind == ContentKind.Project).OrderBy(i => i.Id).Take(Most).ToDictionaryAsync(i => i.Key, ct);
        var newest = await db.NewestContent()
            .Where(r => db.ContentItems.Any(i => i.Id == r.ItemId && i.Kind == ContentKind.Project))
            .OrderBy(r => r.Id).Take(Most).ToDictionaryAsync(r => r.ItemId, ct);
        return
        [
            .. FirstProjects.All.Select(b => b.Key).Union(items.Keys).Select(key =>
            {
                var item = items.GetValueOrDefault(key);
                return new EditedContent(key, ContentKind.Project, item, BuiltInContent.Find(key), item is not null && newest.TryGetValue(item.Id, out var revision) ? [revision] : []);
            }),
        ];
    }

    public async Task<IReadOnlyList<ImportedProject>> CompareAsync(CsvSheet sheet, CancellationToken ct)
    {
        var stored = await StoredAsync(ct);
        var (byKey, byName) = (stored.ToDictionary(p => p.Key, StringComparer.Ordinal), stored.ToLookup(p => NameOf(p.FieldsOf(p.Number)), StringComparer.Ordinal));
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. sheet.Rows.Select(row => Compared(row, byKey, byName, seen))];
    }

    private ImportedProject Compared(CsvRow row, Dictionary<string, EditedContent> byKey, ILookup<string, EditedContent> byName, Dictionary<string, int> seen)
    {
        var typed = new ContentForm { Values = Fields.ToDictionary(f => f.Name, f => Typed(f, row)) }.Folded(ContentKind.Project).Values;
        var key = Folding.Line(row.Cells.GetValueOrDefault(AddressColumn)).Split('/')[^1];
        var found = key.Length > 0 ? byKey.GetValueOrDefault(key) : byName[NameOf(typed)].FirstOrDefault();
        var before = found?.FieldsOf(found.Number);
        var form = new ContentForm
        {
            Values = Fields.ToDictionary(f => f.Name, f => row.Cells.ContainsKey(f.Label) ? typed[f.Name] : before?.GetValueOrDefault(f.Name)),
        };
        form.Values[ContentField.Drawing] ??= before?.GetValueOrDefault(ContentField.Drawing) ?? PastProject.AnyDrawing;
        var name = $"{form.Values[ContentField.Year]}年度 {Phrasing.Plain(form.Values[ContentField.Title] ?? "")}";
        var identity = found?.Key ?? NameOf(typed);
        var faults = new ContentFormValidator(ContentKind.Project, clock.UtcNow, pictures).Validate(form).Errors.Select(e => e.ErrorMessage)
            .Concat(key.Length > 0 && found is null ? [$"「{key}」というアドレスのプロジェクトはありません"] : Array.Empty<string>())
            .Concat(HasUnseenWords(found) ? ["公開していない下書きか、取り下げた文があります。ページで公開するか片付けてから入れてください"] : Array.Empty<string>())
            .Concat(seen.TryGetValue(identity, out var line) ? [$"{line}行目と同じプロジェクトです"] : Array.Empty<string>()).ToList();
        seen.TryAdd(identity, row.Line);
        var changed = before is null ? [] : Fields.Where(f => form.Values[f.Name] != before.GetValueOrDefault(f.Name)).Select(f => f.Label).ToList();
        var isKnown = before is not null && changed.Count == 0;
        return faults.Count > 0 && !isKnown ? new(new(row.Line, name, ImportVerdict.Faulty, faults), null, form.Values)
            : found is null ? new(new(row.Line, name, ImportVerdict.New, []), null, form.Values)
            : changed.Count == 0 ? new(new(row.Line, name, ImportVerdict.Known, []), found, form.Values)
            : new(new(row.Line, name, ImportVerdict.Changed, [$"変わる項目：{string.Join('、', changed)}"]) { Seen = found.Number }, found, form.Values);
    }

    // The columns that the file lacks are filled from the newest words: what nobody has published must not leave with them.
    private bool HasUnseenWords(EditedContent? found) =>
        found?.Revisions.MaxBy(r => r.Number) is { } newest && !newest.IsPublicAt(clock.UtcNow);

    // A choice may be given by its name.
    private static string? Typed(ContentField field, CsvRow row) =>
        row.Cells.GetValueOrDefault(field.Label) is not { } cell ? null : field.Choices.Where(c => c.Label == cell.Trim()).Select(c => c.Value).FirstOrDefault() ?? cell;

    private static string NameOf(IReadOnlyDictionary<string, string?> fields) =>
        $"{fields.GetValueOrDefault(ContentField.Year)} {Phrasing.Plain(fields.GetValueOrDefault(ContentField.Title) ?? "")}";

    private static string LabelOf(string name) => Fields.Single(f => f.Name == name).Label;
}
