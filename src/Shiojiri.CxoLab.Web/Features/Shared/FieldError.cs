using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>One message and the control it belongs to.</summary>
internal sealed record FieldError(string Field, string Message)
{
    public string Id => IdOf(Field);

    /// <summary>The id of a field's control, to which messages link: Attendance[field-work] → attendance-field-work.</summary>
    public static string IdOf(string field) => field.Replace('[', '-').Replace("]", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>The list of a form with one field; empty when nothing is wrong.</summary>
    public static IReadOnlyList<FieldError> OfOne(string field, string? message) => message is null ? [] : [new FieldError(field, message)];

    /// <summary>ModelState keeps no order; the summary follows the form.</summary>
    public static IReadOnlyList<FieldError> Of(ModelStateDictionary state, params string[] order) =>
        [.. state
            .SelectMany(field => field.Value!.Errors.Take(1).Select(e => new FieldError(field.Key, e.ErrorMessage)))
            .OrderBy(e => Array.IndexOf(order, e.Field))];
}

internal static class FieldErrors
{
    /// <summary>The message of one field, or null.</summary>
    public static string? Of(this IReadOnlyList<FieldError> errors, string field) => errors.FirstOrDefault(e => e.Field == field)?.Message;
}
