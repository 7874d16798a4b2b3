using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Transfers;

/// <summary>
/// Takes a document in. What the site has not is added, what differs is changed, what the document does not speak of stays; the same
/// document twice changes nothing the second time.
/// </summary>
internal sealed class SiteImport(CxoLabDb db, CohortImport cohorts, ContentImport content, PictureImport pictures, AuditTrail audit)
{
    /// <exception cref="TransferException">It can't be taken in; nothing was stored.</exception>
    /// <param name="folder">Where the files of its pictures lie.</param>
    public async Task<ImportOutcome> ReadAsync(SiteDocument document, string folder, CancellationToken ct)
    {
        IReadOnlyList<string> faults = [.. SiteDocumentCheck.FaultsOf(document), .. PictureImport.FaultsOf(folder, document.Pictures)];
        if (faults.Count > 0)
        {
            throw new TransferException(faults);
        }

        await cohorts.MakeMissingAsync(document.Cohorts, ct);
        await cohorts.Settings.AddAsync(null, document.Settings, ct);
        await cohorts.AddAsync(document.Cohorts, ct);
        await pictures.AddAsync(folder, document.Pictures, ct);
        await content.AddAsync(document.Content, ct);
        if (TooLong().ToList() is { Count: > 0 } tooLong)
        {
            throw new TransferException(tooLong);
        }

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

    // SQLite takes any length, and forms were not asked: the columns' own limits are.
    private IEnumerable<string> TooLong() =>
        from entry in db.ChangeTracker.Entries()
        where entry.State is EntityState.Added or EntityState.Modified
        from property in entry.Properties
        where property.CurrentValue is string text && property.Metadata.GetMaxLength() is { } most && text.Length > most
        select $"{entry.Metadata.ClrType.Name}.{property.Metadata.Name} is longer than {property.Metadata.GetMaxLength()} characters: {((string)property.CurrentValue!)[..20]}…";
}

/// <summary>Rows that the document adds and changes; they are stored by the caller's save.</summary>
internal readonly record struct ImportOutcome(int Added, int Changed)
{
    public bool IsNothing => Added + Changed == 0;
}

/// <summary>A document that can't be taken in, with a sentence for each reason.</summary>
internal sealed class TransferException(IReadOnlyList<string> faults) : Exception(string.Join('\n', faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
