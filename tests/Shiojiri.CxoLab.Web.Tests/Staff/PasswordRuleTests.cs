using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Tests.Staff;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("なが野の森で会いましょう")]
    [InlineData("correct horse battery staple")]
    [InlineData("塩尻の駅前で待ち合わせをしよう")]
    [InlineData("𠮷𠮷野家の牛丼をたべました")]
    [InlineData("kq8#vz2!mw5$")]
    [InlineData("            あ           い")]
    public void A_long_one_of_any_characters_is_taken(string password) => Assert.Null(PasswordRule.Fault(password, "hanako@example.jp", "塩尻 花子"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("kq8#vz2!mw5")]
    [InlineData("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦")]
    [InlineData("password1234")]
    [InlineData("PASSWORD2026!!")]
    [InlineData("passwordpassword")]
    [InlineData("qwertyuiop123")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("123456789012")]
    [InlineData("abcdefghijklmn")]
    [InlineData("shiojiri-cxolab")]
    [InlineData("Shiojiri2026!")]
    [InlineData("塩尻CxOLab2026")]
    [InlineData("塩尻塩尻塩尻塩尻塩尻塩尻")]
    [InlineData("hanako@example.jp")]
    [InlineData("hanako-hanako-1")]
    public void A_short_common_or_local_one_is_refused(string? password) => Assert.NotNull(PasswordRule.Fault(password, "hanako@example.jp", "塩尻 花子"));

    [Fact]
    public void Lengths_are_taken_exactly()
    {
        var long128 = string.Concat(Enumerable.Range(0, 32).Select(i => $"{i:D2}森林"));

        Assert.Equal(
            (null, "パスワードは128文字以内にしてください（現在 129文字）", "パスワードは12文字以上にしてください（現在 11文字）"),
            (PasswordRule.Fault(long128[..128], "a@example.jp", ""), PasswordRule.Fault($"{long128}森"[..129], "a@example.jp", ""), PasswordRule.Fault("kq8#vz2!mw𠮷", "a@example.jp", "")));
    }

    [Fact]
    public void Every_common_password_that_could_be_typed_is_refused()
    {
        var list = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(list);
        var long12 = reader.ReadToEnd().Split('\n').Where(p => p.Length >= 12).ToList();

        Assert.InRange(long12.Count, 200, 1000);
        Assert.All(long12, password => Assert.NotNull(PasswordRule.Fault(password, "a@example.jp", "")));
    }
}
