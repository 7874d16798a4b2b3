namespace Shiojiri.CxoLab.Web.Commands.Checkups;

internal enum FindingLevel
{
    Ok,

    /// <summary>Somebody should look at it; the site works.</summary>
    Warn,

    /// <summary>The site, or a part of it, does not work until this is mended.</summary>
    Fail,
}

/// <summary>One line of <c>doctor</c>: plain, with what to mend; never a secret, a name or an address of a person.</summary>
internal sealed record Finding(FindingLevel Level, string Text)
{
    public static Finding Ok(string text) => new(FindingLevel.Ok, text);

    public static Finding Warn(string text) => new(FindingLevel.Warn, text);

    public static Finding Fail(string text) => new(FindingLevel.Fail, text);

    public static Finding Judge(bool isWell, string well, string ill) => isWell ? Ok(well) : Fail(ill);
}

/// <summary>One subject that <c>doctor</c> looks at.</summary>
internal interface ICheckup
{
    static abstract string Subject { get; }

    IAsyncEnumerable<Finding> LookAsync(CancellationToken ct);
}
