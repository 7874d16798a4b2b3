using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Shiojiri.CxoLab.Web.Hosting.Keys;

/// <summary>
/// A file with a secret: 32 random bytes in Base64 on a line of their own, or a certificate with its private key (.pfx, .p12).
/// Whoever has both this file and the database can sign in as anybody.
/// </summary>
internal static class KeyFile
{
    private const int Length = 32;

    /// <summary>Makes a secret that only the owner of the process may read; of two processes at once one makes it.</summary>
    public static void Make(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // Written beside it and moved: nobody reads half a secret.
        var draft = $"{path}.{Guid.NewGuid():N}";
        using (var writer = new StreamWriter(draft, options))
        {
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    /// <summary>Throws <see cref="KeyFileException"/> with one sentence when there is no secret to be read.</summary>
    public static byte[] Read(string path, string? password)
    {
        try
        {
            return IsCertificate(path) ? FromCertificate(path, password) : FromText(path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or CryptographicException or FormatException)
        {
            throw new KeyFileException($"The key file {path} can't be read: {Reason(trouble)}.", trouble);
        }
    }

    private static string Reason(Exception trouble) => trouble switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        CryptographicException => "it is no certificate with a private key, or its password (Secrets:KeyFilePassword) is another one",
        FormatException => "it must hold 32 random bytes in Base64 (openssl rand -base64 32)",
        _ => "the system refuses it",
    };

    private static bool IsCertificate(string path) => Path.GetExtension(path).ToUpperInvariant() is ".PFX" or ".P12";

    private static byte[] FromText(string path)
    {
        var secret = Convert.FromBase64String(File.ReadAllText(path).Trim());
        return secret.Length >= Length ? secret : throw new FormatException();
    }

    private static byte[] FromCertificate(string path, string? password)
    {
        using var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password, X509KeyStorageFlags.Exportable | X509KeyStorageFlags.EphemeralKeySet);
        using var rsa = certificate.GetRSAPrivateKey();
        if (rsa is not null)
        {
            return rsa.ExportParameters(includePrivateParameters: true).D!;
        }

        using var elliptic = certificate.GetECDsaPrivateKey();
        return elliptic?.ExportParameters(includePrivateParameters: true).D ?? throw new CryptographicException();
    }
}

internal sealed class KeyFileException(string message, Exception inner) : Exception(message, inner);
