using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>Signs in as people do: real accounts, passwords and codes.</summary>
internal static class SignInSteps
{
    public const string SignInForm = "form[action='/admin/sign-in']";
    public const string CodeForm = "form[action='/admin/sign-in/second-factor']";

    /// <summary>The secret of every account with a second factor that a test makes.</summary>
    public const string Secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    /// <summary>A site whose real time stands still until the test moves it.</summary>
    public static async Task<(Site Site, FakeTimeProvider Time)> AtAsync(DateTimeOffset now, Dictionary<string, string?>? settings = null)
    {
        var time = new FakeTimeProvider(now);
        return (await Site.StartAsync(settings, time: time), time);
    }

    public static Task<StaffAccount> AccountAsync(this Site site, Role role, string email = "hanako@example.jp", bool secondFactor = false, string name = "事務局 花子") =>
        site.InDatabaseAsync(async db =>
        {
            var account = StaffAccounts.New(email, name, role, null, DateTime.UnixEpoch);
            account.PasswordHash = site.Services.CreateScope().ServiceProvider.GetRequiredService<IPasswordHasher<StaffAccount>>().HashPassword(account, SignedInStaff.Password);
            account.TwoFactorEnabled = secondFactor;
            db.Add(account);
            await db.SaveChangesAsync();
            if (secondFactor)
            {
                db.Add(new IdentityUserToken<int> { UserId = account.Id, LoginProvider = "CxoLab", Name = "Totp", Value = site.Services.GetRequiredService<TotpSecretProtector>().Close(Secret) });
                await db.SaveChangesAsync();
            }

            return account;
        });

    public static async Task<Page> SignInAsync(this HttpClient visitor, string email = "hanako@example.jp", string password = SignedInStaff.Password, string from = "/admin")
    {
        var fields = (await visitor.OpenAsync($"/admin/sign-in?from={Uri.EscapeDataString(from)}")).Fields(SignInForm);
        fields["Email"] = email;
        fields["Password"] = password;
        return await visitor.PostAsync("/admin/sign-in", fields);
    }

    public static async Task<Page> EnterCodeAsync(this HttpClient visitor, string code)
    {
        var fields = (await visitor.OpenAsync("/admin/sign-in/second-factor")).Fields(CodeForm);
        fields["Code"] = code;
        return await visitor.PostAsync("/admin/sign-in/second-factor", fields);
    }

    public static string CodeAt(DateTimeOffset now, int step = 0) => Authenticator.Code(Secret, now, step);

    /// <summary>Fetches a page, fills one of its forms and posts it to where the form says.</summary>
    public static async Task<Page> FillAsync(this HttpClient visitor, string path, string action, params (string Field, string Value)[] changes)
    {
        var fields = (await visitor.OpenAsync(path)).Fields($"form[action='{action}']");
        foreach (var (field, value) in changes)
        {
            fields[field] = value;
        }

        return await visitor.PostAsync(action, fields);
    }

    public static Task<List<AuditAction>> AuditAsync(this Site site) =>
        site.InDatabaseAsync(db => db.AuditEntries.OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync());
}
