using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// Closes what an earlier release kept in clear, at each start and harmlessly the second time: the keys of Data Protection (they stay
/// the same, so that open forms and sign-ins hold), the secrets of authenticator apps, and the audit log's chain.
/// </summary>
internal static partial class StoredSecrets
{
    private static readonly XNamespace KeyNamespace = "http://schemas.asp.net/2015/03/dataProtection";

    public static async Task ProtectAsync(IServiceProvider services, CxoLabDb db, CancellationToken ct)
    {
        var logger = services.GetService<ILoggerFactory>()?.CreateLogger(typeof(StoredSecrets)) ?? Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;
        var now = (services.GetService<TimeProvider>() ?? TimeProvider.System).GetUtcNow().UtcDateTime;
        if (services.GetService<IOptions<KeyManagementOptions>>()?.Value.XmlEncryptor is { } encryptor)
        {
            var closed = await CloseKeysAsync(db, encryptor, ct) + await CloseTotpAsync(db, services.GetRequiredService<TotpSecretProtector>(), ct);
            if (closed > 0)
            {
                await SweepAsync(db, ct);
                SecretsClosed(logger, closed);
            }
        }

        if (await EarlierAuditLog.SealAsync(db, now, ct) is { } lines)
        {
            LogSealed(logger, lines);
        }

        await RenewHeadAsync(db, ct);
    }

    private static async Task<int> CloseKeysAsync(CxoLabDb db, IXmlEncryptor encryptor, CancellationToken ct)
    {
        // Looked at before anything is tracked: almost every start finds nothing to do.
        if (!(await db.DataProtectionKeys.Select(k => k.Xml).ToListAsync(ct)).Any(xml => InClear(XElement.Parse(xml!)).Count > 0))
        {
            return 0;
        }

        var closed = 0;
        foreach (var row in await db.DataProtectionKeys.AsTracking().ToListAsync(ct))
        {
            var key = XElement.Parse(row.Xml!);
            foreach (var open in InClear(key))
            {
                var info = encryptor.Encrypt(new XElement(open));
                open.ReplaceWith(new XElement(
                    KeyNamespace + "encryptedSecret", new XAttribute("decryptorType", info.DecryptorType.AssemblyQualifiedName!), info.EncryptedElement));
                closed++;
            }

            row.Xml = closed == 0 ? row.Xml : key.ToString(SaveOptions.DisableFormatting);
        }

        await db.SaveChangesAsync(ct);
        return closed;
    }

    private static List<XElement> InClear(XElement key) => [.. key.Descendants().Where(e => (bool?)e.Attribute(KeyNamespace + "requiresEncryption") == true)];

    private static async Task<int> CloseTotpAsync(CxoLabDb db, TotpSecretProtector protector, CancellationToken ct)
    {
        var open = (await db.Set<IdentityUserToken<int>>().AsTracking().Where(t => t.LoginProvider == "CxoLab" && t.Name == "Totp").ToListAsync(ct))
            .Where(t => t.Value is not null && !TotpSecretProtector.IsClosed(t.Value)).ToList();
        if (open.Count == 0)
        {
            return 0;
        }

        foreach (var token in open)
        {
            token.Value = protector.Close(token.Value!);
        }

        await db.SaveChangesAsync(ct);
        return open.Count;
    }

    // What was overwritten would still lie in free pages of the file.
    private static async Task SweepAsync(CxoLabDb db, CancellationToken ct)
    {
        if (db is SqliteCxoLabDb)
        {
            await db.Database.ExecuteSqlRawAsync("VACUUM", ct);
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", ct);
        }
    }

    // After a change of the key file the head carries the new key, so that the old one can write no other log.
    private static async Task RenewHeadAsync(CxoLabDb db, CancellationToken ct)
    {
        // Looked at before it is tracked, as above.
        bool IsOlder(AuditHead head) => !head.IsSealedWith(db.AuditKeys[0]) && db.AuditKeys.Any(head.IsSealedWith);
        if (await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(ct) is { } seen && IsOlder(seen)
            && await db.AuditHeads.AsTracking().SingleAsync(ct) is var head && IsOlder(head))
        {
            head.Set(head.Sequence, head.Hash, db.AuditKeys[0]);
            await db.SaveChangesAsync(ct);
        }
    }

    [LoggerMessage(70, LogLevel.Warning, "{Count} secrets that an earlier release kept in clear are now closed with the key file. Copies of the database from before still hold them.")]
    private static partial void SecretsClosed(ILogger logger, int count);

    [LoggerMessage(71, LogLevel.Warning, "The audit log of an earlier release, {Lines} lines, was sealed with the key file.")]
    private static partial void LogSealed(ILogger logger, int lines);
}
