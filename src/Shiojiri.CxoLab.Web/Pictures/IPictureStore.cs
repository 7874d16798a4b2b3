namespace Shiojiri.CxoLab.Web.Pictures;

/// <summary>Where the files of pictures lie, for all nodes alike. Nothing in it decides who may have them.</summary>
internal interface IPictureStore
{
    /// <summary>Stores a file whole or not at all; one of the same name is replaced.</summary>
    /// <param name="name">As <see cref="Shiojiri.CxoLab.Pictures.PictureFile"/> names it.</param>
    Task PutAsync(string key, string name, byte[] bytes, CancellationToken ct);

    /// <summary>Null when there is no such file.</summary>
    Task<byte[]?> ReadAsync(string key, string name, CancellationToken ct);

    /// <summary>Takes one file away; nothing happens when it is not there.</summary>
    Task RemoveAsync(string key, string name, CancellationToken ct);

    /// <summary>Takes all files of a picture away.</summary>
    Task RemoveAllAsync(string key, CancellationToken ct);
}
