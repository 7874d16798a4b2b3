using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>Something of the site that every page asks for and that seldom changes: read once, held in memory, read again when the stamp changed.</summary>
internal interface ISnapshotPart
{
    /// <summary>The entities whose change means that this is to be read again.</summary>
    IReadOnlyList<Type> Entities { get; }

    /// <summary>Whether this change of one of <see cref="Entities"/> matters.</summary>
    bool IsChangedBy(EntityEntry entry) => true;

    /// <summary>Whether anything was read yet. What says nothing before that is always known.</summary>
    bool IsKnown => true;

    /// <summary>Reads everything and puts it in place of what was held, in one assignment.</summary>
    Task LoadAsync(CxoLabDb db, CancellationToken ct);
}

internal static class SnapshotParts
{
    /// <summary>Reads it where nothing could be read since the start.</summary>
    public static Task EnsureKnownAsync(this ISnapshotPart part, CxoLabDb db, CancellationToken ct) => part.IsKnown ? Task.CompletedTask : part.LoadAsync(db, ct);
}
