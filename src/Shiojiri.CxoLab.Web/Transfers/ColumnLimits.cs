using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Transfers;

/// <summary>SQLite takes any length, and no form was asked: what is about to be stored is held against the columns' own limits.</summary>
internal static class ColumnLimits
{
    /// <exception cref="TransferException">Something is longer than its column.</exception>
    public static void Check(CxoLabDb db)
    {
        var faults =
            from entry in db.ChangeTracker.Entries()
            where entry.State is EntityState.Added or EntityState.Modified
            from property in entry.Properties
            where property.CurrentValue is string text && property.Metadata.GetMaxLength() is { } most && text.Length > most
            select $"{entry.Metadata.ClrType.Name}.{property.Metadata.Name} is longer than {property.Metadata.GetMaxLength()} characters: {((string)property.CurrentValue!)[..20]}…";
        if (faults.ToList() is { Count: > 0 } tooLong)
        {
            throw new TransferException(tooLong);
        }
    }
}
