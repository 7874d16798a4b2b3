using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Transfers;

/// <summary>
/// Takes a document in. What the site has not is added, what differs is changed, what the document does not speak of stays; the same
/// document twice changes nothing the second time.
/// </summary>
internal sealed class SiteImport(CxoLabDb db, SettingImport settings, CohortImport cohorts, ContentImport content, AuditTrail audit)
{
    /// <exception cref="TransferException">It can't be taken in; nothing was stored but, at most, cohorts that nobody sees and files of pictures.</exception>
    /// <param name="folder">Where the files of its pictures lie.</param>
    public async Task<ImportOutcome> ReadAsync(SiteDocument document, string folder, CancellationToken ct)
    {
        IReadOnlyList<string> faults = [.. SiteDocumentCheck.FaultsOf(document), .. PictureFiles.FaultsOf(folder, document.Pictures)];
        if (faults.Count > 0)
        {
            throw new TransferException(faults);
        }

        await cohorts.CheckAsync(document.Cohorts, ct);

        // Files save by themselves: they come before anything is tracked that must not be saved yet.
        await content.PutFilesAsync(folder, document, ct);
        await cohorts.MakeMissingAsync(document.Cohorts, ct);
        await settings.AddAsync(null, document.Settings, ct);
        await cohorts.AddAsync(document.Cohorts, ct);
        await content.AddAsync(document, ct);
        ColumnLimits.Check(db);
        return await SaveAsync(ct);
    }

    private async Task<ImportOutcome> SaveAsync(CancellationToken ct)
    {
        var entries = db.ChangeTracker.Entries().ToList();
        var outcome = new ImportOutcome(entries.Count(e => e.State == EntityState.Added), entries.Count(e => e.State == EntityState.Modified));
        if (!outcome.IsNothing)
        {
            audit.Write(Actor.CommandLine, AuditAction.SiteImported, "", after: outcome);
            await db.SaveChangesAsync(ct);
        }

        return outcome;
    }
}

/// <summary>Rows that the document added and changed.</summary>
internal readonly record struct ImportOutcome(int Added, int Changed)
{
    public bool IsNothing => Added + Changed == 0;
}

/// <summary>A document that can't be taken in, with a sentence for each reason.</summary>
internal sealed class TransferException(IReadOnlyList<string> faults) : Exception(string.Join('\n', faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
