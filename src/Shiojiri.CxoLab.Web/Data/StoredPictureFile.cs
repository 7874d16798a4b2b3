namespace Shiojiri.CxoLab.Web.Data;

/// <summary>One file of a picture, where pictures lie in the database.</summary>
internal sealed class StoredPictureFile
{
    public int Id { get; private set; }

    public required string PictureKey { get; init; }

    /// <summary>As <see cref="Shiojiri.CxoLab.Pictures.PictureFile"/> names it.</summary>
    public required string Name { get; init; }

    public required byte[] Bytes { get; init; }
}
