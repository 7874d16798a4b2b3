using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Applications;

/// <summary>
/// A decision that is laid ready but not yet in force (準備した決定): nobody outside knows of it, and it can be undone. An application
/// has at most one.
/// </summary>
public sealed class PreparedDecision
{
    private PreparedDecision()
    {
    }

    public PreparedDecision(Application application, ApplicationStatus to, Actor by, DateTime nowUtc)
    {
        if (!ApplicationStatusMoves.DecisionsFrom(application.Status).Contains(to))
        {
            throw new InvalidOperationException($"{application.Status} does not lead to {to}.");
        }

        ApplicationId = application.Id;
        Change(to, application.Version, by, nowUtc);
    }

    public int Id { get; private set; }

    public int ApplicationId { get; private set; }

    public ApplicationStatus To { get; private set; }

    /// <summary>The application's version that the decision was prepared upon.</summary>
    public Guid ApplicationVersion { get; private set; }

    public int? ById { get; private set; }

    public string ByName { get; private set; } = "";

    public DateTime PreparedUtc { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Whether somebody may drop it: whoever made it, and anybody once the application has gone another way.</summary>
    /// <param name="status">Where the application stands.</param>
    public bool MayBeDroppedBy(Actor who, ApplicationStatus status) => IsBy(who) || !ApplicationStatusMoves.MayBeDecided(status, To);

    public bool IsBy(Actor who) => ById is { } maker && maker == who.AccountId;

    public void Change(ApplicationStatus to, Guid applicationVersion, Actor by, DateTime nowUtc)
    {
        To = to;
        ApplicationVersion = applicationVersion;
        ById = by.AccountId;
        ByName = by.Name;
        PreparedUtc = nowUtc;
        Version = Guid.NewGuid();
    }
}
