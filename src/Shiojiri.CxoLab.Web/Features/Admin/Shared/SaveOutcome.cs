namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>What came of a change that somebody of staff asked for.</summary>
internal enum SaveOutcome
{
    Done,

    /// <summary>There is no such thing to be seen.</summary>
    NotThere,

    /// <summary>It was changed by somebody else in the meantime; nothing was done.</summary>
    Stale,
}
