using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>
/// What a password has to be (パスワードの決まり): long enough and nobody's first guess. Which characters it is made of is the
/// person's own business; they are counted as people count them.
/// </summary>
internal sealed class PasswordRule : IPasswordValidator<StaffAccount>
{
    public const int Shortest = 12;
    public const int Longest = 128;

    /// <summary>What has to be left of a password without its words of this site.</summary>
    private const int ShortestRest = 8;

    // A character may be made of several units, but nobody types a thousand.
    private const int MostUnits = 1024;

    private static readonly string[] SiteWords =
        ["cxolab", "cxo", "lab", "shiojiri", "siojiri", "nagano", "塩尻", "しおじり", "シオジリ", "長野", "ラボ", "職員", "事務局", "管理"];

    /// <summary>Says what is wrong with it, or null.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="email">Whose it is to be.</param>
    /// <param name="name">How that person is called.</param>
    public static string? Fault(string? password, string email, string name)
    {
        if (string.IsNullOrEmpty(password))
        {
            return "パスワードを入力してください";
        }

        var length = Folding.Length(password);
        if (length < Shortest)
        {
            return $"パスワードは{Shortest}文字以上にしてください（現在 {length}文字）";
        }

        if (length > Longest || password.Length > MostUnits)
        {
            return $"パスワードは{Longest}文字以内にしてください（現在 {length}文字）";
        }

        if (IsCommon(password))
        {
            return "このパスワードはよく使われていて、推測されやすいものです。別のパスワードにしてください";
        }

        var rest = Without(password, [.. SiteWords, .. email.Split('@', '.', '-', '_', '+'), .. name.Split(' ', '　')]);
        return Folding.Length(rest) < ShortestRest || IsCommon(rest)
            ? "サイトの名前やご自分の名前、アドレスをもとにしたパスワードは推測されやすいものです。別のパスワードにしてください"
            : null;
    }

    public Task<IdentityResult> ValidateAsync(UserManager<StaffAccount> manager, StaffAccount user, string? password) =>
        Task.FromResult(Fault(password, user.Email ?? "", user.DisplayName) is { } fault
            ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = fault })
            : IdentityResult.Success);

    // password, PASSWORD2022!!, passwordpassword, aaaaaaaaaaaa, 123456789012
    private static bool IsCommon(string password)
    {
        var core = password.TrimEnd([.. "0123456789!?.-_#@*$ "]);
        return CommonPasswords.Holds(password) || core.Length == 0 || CommonPasswords.Holds(core)
            || (Unit(password) is { } unit && (unit.Length < 4 || CommonPasswords.Holds(unit))) || IsStaircase(password);
    }

    /// <summary>The shorter text that it repeats, or null.</summary>
    private static string? Unit(string text)
    {
        var at = (text + text).IndexOf(text, 1, StringComparison.Ordinal);
        return at < text.Length ? text[..at] : null;
    }

    // Every sign follows the one before: abcdefghijkl, 一 step up or down.
    private static bool IsStaircase(string text) =>
        text.Zip(text.Skip(1), (a, b) => b - a).Distinct().ToList() is [-1 or 0 or 1];

    private static string Without(string password, IEnumerable<string> words)
    {
        var rest = new StringBuilder(password.ToLower(CultureInfo.InvariantCulture));
        foreach (var word in words.Where(w => w.Length >= 2).OrderByDescending(w => w.Length))
        {
            rest.Replace(word.ToLower(CultureInfo.InvariantCulture), "");
        }

        return rest.ToString();
    }
}
