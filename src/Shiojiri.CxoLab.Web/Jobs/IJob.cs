namespace Shiojiri.CxoLab.Web.Jobs;

/// <summary>Work that time starts. Of many nodes one does it; after a crash it may be done twice, so it has to bear that.</summary>
internal interface IJob
{
    /// <summary>Its row in the table of leases; never changed.</summary>
    string Name { get; }

    JobSchedule Schedule { get; }

    /// <summary>What came of it, in a few words without anything personal. It ends soon when it is cancelled: another node has taken over, or the site stops.</summary>
    Task<string> RunAsync(CancellationToken ct);
}
