namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>Settings with which recruitment may open outside Development: everything the law wants told is there.</summary>
internal static class Ready
{
    public static Dictionary<string, string?> Production => new()
    {
        ["environment"] = "Production",
        ["Site:PublicBaseUrl"] = "https://lab.example.jp",
        ["Site:TrustedProxies:0"] = "127.0.0.1",
        ["BankAccount:Bank"] = "塩尻銀行",
        ["BankAccount:Branch"] = "本店",
        ["BankAccount:Kind"] = "普通",
        ["BankAccount:Number"] = "1234567",
        ["BankAccount:Holder"] = "シオジリラボ",
        ["Mail:Transport"] = "Folder",
        ["Mail:From"] = "office@example.jp",
        ["Office:Email"] = "office@example.jp",
        ["Office:Phone"] = "0263-00-0000",
        ["Office:Seller"] = "見本の会",
        ["Office:Representative"] = "見本 太郎",
        ["Office:Address"] = "長野県塩尻市見本町1-1",
        ["Office:PrivacyOfficer"] = "見本の会 事務局長",
        ["Office:Retention"] = "期の終わりから3年間保管し、消去します。",
        ["Programme:TransferFee"] = "振込手数料はご負担ください。",
        ["Programme:Withdrawal"] = "開始の前日までは全額を返金します。",
    };

    /// <summary>A browser at the address of <see cref="Production"/>.</summary>
    public static HttpClient SecureVisitor(this Site site) =>
        site.CreateClient(new Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://lab.example.jp") });
}
