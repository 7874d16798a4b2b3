using Shiojiri.CxoLab.Applications;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>決定を取り消す: the form, new or as it was typed. Shown by _TakingBack.</summary>
/// <param name="Query">The list that the person came from.</param>
internal sealed record TakingBackForm(Application Application, string Query)
{
    public string? Reason { get; init; }

    public bool WithCorrection { get; init; }

    /// <summary>The person was told of the decision by mail: only then is there something to correct.</summary>
    public required bool IsTold { get; init; }

    /// <summary>Why nothing was taken back.</summary>
    public string? Error { get; init; }
}
