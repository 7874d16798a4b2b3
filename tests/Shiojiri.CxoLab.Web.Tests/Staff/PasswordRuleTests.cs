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
    [InlineData("森 の 朝 を 歩 く 人")]
    [InlineData("okayama-kurashiki")]
    [InlineData("塩尻で漆器を三つ買って帰る")]
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
    [InlineData("ｐａｓｓｗｏｒｄ１２３４")]
    [InlineData("P@ssw0rd12345")]
    [InlineData("iloveyou19900401")]
    [InlineData("sakurasakura1")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("19900401-19950505")]
    [InlineData("Meguru-onex-2026")]
    [InlineData("あいうえおかきくけこさし")]
    [InlineData("ぱすわーどぱすわーど12")]
    [InlineData("            あ           い")]
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
        using var reader = new StreamReader(typeof(PasswordRuleTests).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        var passwords = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(229, passwords.Length);
        Assert.All(passwords, password => Assert.NotNull(PasswordRule.Fault(password, "a@example.jp", "")));
    }

    // 128 characters of 8 units each: zxcvbn alone takes seconds for the whole of it.
    [Fact]
    public void A_long_one_is_judged_at_once()
    {
        var random = new Random(1);
        var password = string.Concat(Enumerable.Range(0, 128).Select(_ => (char)random.Next('!', '~') + string.Concat(Enumerable.Range(0, 7).Select(_ => (char)random.Next(0x316, 0x320)))));
        PasswordRule.Fault("kq8#vz2!mw5$", "a@example.jp", "");

        var watch = System.Diagnostics.Stopwatch.StartNew();
        var fault = PasswordRule.Fault(password, "a@example.jp", "");

        Assert.Equal((1024, null), (password.Length, fault));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }
}
