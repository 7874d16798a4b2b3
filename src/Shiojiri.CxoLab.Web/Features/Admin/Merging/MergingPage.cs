using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Merging;

/// <summary>The last look before two applications are put together: both beside each other, and what follows from keeping either.</summary>
/// <param name="From">The number whose page the person came from.</param>
/// <param name="Main">The number chosen to stay; null while none is.</param>
internal sealed record MergingPage(string From, IReadOnlyList<MergingSide> Sides, string? Main, IReadOnlyList<FieldError> Errors);

/// <summary>One of the two, and what keeping it would mean for the other.</summary>
/// <param name="Mails">How many mails of it wait to leave.</param>
/// <param name="Prepared">The decision that is prepared for it, or null.</param>
/// <param name="Refusal">Why the other one can't go under it; null when it can.</param>
internal sealed record MergingSide(Application Application, FeeStatus Fee, int Mails, ApplicationStatus? Prepared, MergeRefusal? Refusal);

/// <summary>What is posted: which of the two stays, and both as they were when the page was opened.</summary>
internal sealed record MergingForm
{
    public string? With { get; init; }

    public string? Main { get; init; }

    /// <summary>By number.</summary>
    public Dictionary<string, Guid> Versions { get; init; } = [];
}

internal enum MergingOutcome
{
    Done,
    NotThere,
    Stale,

    /// <summary>A mail of the one that goes under is being sent at this moment.</summary>
    IsLeaving,

    /// <summary>The rule says no: see <see cref="MergingSide.Refusal"/>.</summary>
    Refused,
}
