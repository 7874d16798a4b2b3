using Microsoft.AspNetCore.Identity;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>
/// What a password has to be (パスワードの決まり): long enough, and far from anybody's first guesses. Which characters it is made of is the
/// person's own business; they are counted as people count them.
/// </summary>
internal sealed class PasswordRule : IPasswordValidator<StaffAccount>
{
    public const int Shortest = 12;
    public const int Longest = 128;

    public const string Hint = "12文字以上、できれば15文字以上。文字の種類は自由です。長い文も使えます。";

    // A character may be made of several units, but nobody types a thousand.
    private const int MostUnits = 1024;

    // The time that an estimate takes grows faster than the length: whatever is strong shows it by then.
    private const int MostEstimated = 64;

    /// <summary>zxcvbn's marks go from 0 to 4; below 4 a machine that has stolen the hashes may get there (some 10^12 guesses).</summary>
    private const int LeastScore = 4;

    // Of the site, and what is typed first in Japanese; zxcvbn's own lists are English.
    private static readonly string[] KnownWords =
    [
        "cxolab", "cxo", "lab", "shiojiri", "siojiri", "nagano", "meguru", "onex", "塩尻", "しおじり", "シオジリ", "長野", "ラボ", "職員", "事務局", "管理",
        "パスワード", "ぱすわーど", "あいうえお", "かきくけこ", "さしすせそ", "たちつてと", "いろはにほへと", "ちりぬるを",
    ];

    /// <summary>Says what is wrong with it, or null.</summary>
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

        if (Score(password, []) < LeastScore)
        {
            return "このパスワードは推測されやすいものです。よく使われる言葉や数字の並び、くり返しを避け、関係のない言葉をいくつかつないでください";
        }

        return Score(password, [.. KnownWords, email, .. email.Split('@', '.', '-', '_', '+'), .. name.Split(' ', '　')]) < LeastScore
            ? "サイトの名前やご自分の名前、アドレス、よくある並びをもとにしたパスワードは推測されやすいものです。関係のない言葉をつないでください"
            : null;
    }

    public Task<IdentityResult> ValidateAsync(UserManager<StaffAccount> manager, StaffAccount user, string? password) =>
        Task.FromResult(Fault(password, user.Email ?? "", user.DisplayName) is { } fault
            ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = fault })
            : IdentityResult.Success);

    // Wide letters are guessed like the others.
    private static int Score(string password, IEnumerable<string> words)
    {
        var typed = Folding.HalfWidth(password);
        return Zxcvbn.Zxcvbn.MatchPassword(
            typed[..Math.Min(typed.Length, MostEstimated)],
            words.Where(word => word.Length >= 2).Select(word => word.ToLowerInvariant()).Distinct()).Score;
    }
}
