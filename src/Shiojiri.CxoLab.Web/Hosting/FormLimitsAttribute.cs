using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>
/// What a form of this endpoint may carry, where it differs from the usual. The nearest one counts: that of the action before that
/// of its controller. The server reads the size of the body from it, <see cref="RequestGuard"/> the rest.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class FormLimitsAttribute : Attribute, IRequestSizeLimitMetadata
{
    /// <summary>For every endpoint that says nothing: a body of 256 KiB, 100 fields, no file.</summary>
    public static readonly FormLimitsAttribute Usual = new();

    /// <summary>Bytes of the whole body, and of any one value in it.</summary>
    public int MaxBody { get; init; } = SecuritySetup.MaxBody;

    public int MaxFields { get; init; } = 100;

    public int MaxFiles { get; init; }

    /// <summary>The fields that may come more than once.</summary>
    public string[] Lists { get; init; } = ["Interests", "Numbers", "Columns"];

    public long? MaxRequestBodySize => MaxBody;

    public FormOptions Options => new()
    {
        ValueCountLimit = MaxFields,
        KeyLengthLimit = 200,
        ValueLengthLimit = MaxBody,
        MultipartBodyLengthLimit = MaxBody,
        MultipartHeadersLengthLimit = 8 * 1024,
    };
}
