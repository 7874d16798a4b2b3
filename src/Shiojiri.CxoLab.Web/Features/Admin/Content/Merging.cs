using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Content;

/// <summary>Puts one text together from two people's.</summary>
internal sealed class Merging
{
    public Merging(EditedContent piece, MergeForm form, PictureCatalogue pictures)
    {
        var theirs = piece.FieldsOf(form.Seen);
        var began = piece.FieldsOf(form.Base);
        Form = form with { Mine = Folded(piece.Kind, form.Mine), Own = Folded(piece.Kind, form.Own) };
        var (fields, errors) = (new Dictionary<string, string?>(), new List<FieldError>());
        foreach (var field in ContentField.Of(piece.Kind))
        {
            var (mine, their) = (Form.Mine[field.Name], theirs.GetValueOrDefault(field.Name));
            var choice = form.Choice.GetValueOrDefault(field.Name) ?? (mine == their || mine == began.GetValueOrDefault(field.Name) ? MergeForm.TakeTheirs : null);
            fields[field.Name] = choice switch
            {
                MergeForm.TakeMine => mine,
                MergeForm.TakeOwn => Form.Own[field.Name],
                _ => their,
            };
            if (choice is not (MergeForm.TakeMine or MergeForm.TakeTheirs or MergeForm.TakeOwn))
            {
                errors.Add(new FieldError($"Choice[{field.Name}]", $"「{field.Label}」を、どちらの文にするか選んでください"));
            }
            else if (new ContentFormValidator(piece.Kind, DateTime.UnixEpoch, pictures).Validate(new ContentForm { Values = Whole(piece.Kind, fields) })
                .Errors.FirstOrDefault(e => e.PropertyName == $"Values[{field.Name}]") is { } fault)
            {
                errors.Add(new FieldError($"Choice[{field.Name}]", fault.ErrorMessage));
            }
        }

        (Fields, Errors) = (fields, errors);
    }

    public MergeForm Form { get; }

    public IReadOnlyDictionary<string, string?> Fields { get; }

    public IReadOnlyList<FieldError> Errors { get; }

    private static Dictionary<string, string?> Folded(ContentKind kind, Dictionary<string, string?> typed) => new ContentForm { Values = typed }.Folded(kind).Values;

    private static Dictionary<string, string?> Whole(ContentKind kind, Dictionary<string, string?> fields) => ContentField.Of(kind).ToDictionary(f => f.Name, f => fields.GetValueOrDefault(f.Name));
}
