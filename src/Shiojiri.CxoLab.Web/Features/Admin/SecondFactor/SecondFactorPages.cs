using System.Collections;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.SecondFactor;

/// <summary>A secret that is not taken yet, and for whom it was drawn.</summary>
internal sealed record PendingSecret(string Secret, int AccountId, string Stamp)
{
    public const string Purpose = "Staff/SecondFactor.Pending";

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);
}

/// <param name="Secret">In Base32.</param>
/// <param name="Pending">The same, protected, for this site to read back.</param>
/// <param name="Email">The account's name in the app.</param>
/// <param name="Issuer">What the app lists it under.</param>
/// <param name="IsReplacement">Whether another app is known already.</param>
internal sealed record SetUpPage(string Secret, string Pending, string Email, bool IsReplacement, string? Fault, string Issuer)
{
    public static SetUpPage For(StaffAccount account, string secret, PageProtector protector, string? fault, string issuer) => new(
        secret,
        protector.Protect(PendingSecret.Purpose, new PendingSecret(secret, account.Id, account.SecurityStamp!), PendingSecret.Lasts),
        account.Email!,
        account.IsSecondFactorSet,
        fault,
        issuer);

    /// <summary>For typing by hand: groups of four.</summary>
    public string Groups => string.Join(' ', Secret.Chunk(4).Select(group => new string(group)));

    /// <summary>What the picture holds: a phone that shows this page opens its app with it.</summary>
    public string Address => Totp.Address(Secret, Email, Issuer);

    /// <summary>A path of squares: no style and no script, as the content security policy has it.</summary>
    public IHtmlContent Picture
    {
        get
        {
            using var data = QRCodeGenerator.GenerateQrCode(Address, QRCodeGenerator.ECCLevel.M);
            var path = new StringBuilder();
            foreach (var (row, y) in data.ModuleMatrix.Select((row, y) => (row, y)))
            {
                foreach (var (x, length) in Runs(row))
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{length}v1h-{length}z");
                }
            }

            var size = data.ModuleMatrix.Count;
            return new HtmlString($"<svg viewBox=\"0 0 {size} {size}\" role=\"img\" aria-label=\"認証アプリで読み取る二次元コード\" shape-rendering=\"crispEdges\"><path fill=\"#000\" d=\"{path}\"/></svg>");
        }
    }

    // The margin round the code is light, so that every run ends within its row.
    private static IEnumerable<(int X, int Length)> Runs(BitArray row)
    {
        for (var (x, start) = (1, 0); x < row.Count; x++)
        {
            if (row[x] && !row[x - 1])
            {
                start = x;
            }
            else if (!row[x] && row[x - 1])
            {
                yield return (start, x - start);
            }
        }
    }
}

/// <param name="IsNewFactor">Whether the app was set up just now, too.</param>
internal sealed record CodesPage(IReadOnlyList<string> Codes, bool IsNewFactor);
