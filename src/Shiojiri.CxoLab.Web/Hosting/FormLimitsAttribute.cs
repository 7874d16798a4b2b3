using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>
/// What a form of this endpoint may carry, where it differs from the usual. The nearest one counts: that of the action before that
/// of its controller. <see cref="RequestGuard"/> reads it; the server is told of the size.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class FormLimitsAttribute : Attribute
{
    /// <summary>For every endpoint that says nothing: a body of 256 KiB, 100 fields, no file.</summary>
    public static readonly FormLimitsAttribute Usual = new();

    /// <summary>Bytes of the whole body, and of any one value in it.</summary>
    public int MaxBody { get; init; } = SecuritySetup.MaxBody;

    public int MaxFields { get; init; } = 100;

    public int MaxFiles { get; init; }

    /// <summary>The fields that may come more than once.</summary>
    public string[] Lists { get; init; } = ["Interests", "Themes", "Numbers", "Columns"];

    /// <summary>The same for somebody who is not known: nobody else may fill the disk.</summary>
    public FormLimitsAttribute ForStrangers() => new() { MaxBody = Math.Min(MaxBody, SecuritySetup.MaxBody), MaxFields = MaxFields, MaxFiles = MaxFiles, Lists = Lists };

    public FormOptions Options => new()
    {
        ValueCountLimit = MaxFields,
        KeyLengthLimit = 200,
        ValueLengthLimit = MaxBody,
        MultipartBodyLengthLimit = MaxBody,
        MultipartHeadersLengthLimit = 8 * 1024,
    };

    /// <summary>The server itself is told of another size than the usual one, before it reads.</summary>
    public static void TellServer(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<FormLimitsAttribute>().LastOrDefault() is { MaxBody: not SecuritySetup.MaxBody } limits)
        {
            endpoint.Metadata.Add(new RequestSizeLimitAttribute(limits.MaxBody));
        }
    }
}
