using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Commands;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Commands;

public sealed class StaffCommandTests
{
    [Fact]
    public async Task The_first_account_is_made_and_can_sign_in()
    {
        using var site = await Site.StartAsync();

        var code = await AddAsync(site, new("Taro@example.jp", "administrator", "塩尻 太郎"), SignedInStaff.Password);
        var page = await site.Visitor().SignInAsync("taro@EXAMPLE.jp");

        var lines = await site.InDatabaseAsync(db => db.AuditEntries.OrderBy(e => e.Sequence).Take(2).ToListAsync());
        Assert.Equal((0, "ダッシュボード"), (code, page.Heading));
        Assert.Equal(
            [(null, "コマンド", AuditAction.StaffAdded), (null, "コマンド", AuditAction.PasswordChanged)], lines.Select(l => (l.ActorId, l.ActorName, l.Action)));
        Assert.Equal("塩尻 太郎", await site.InDatabaseAsync(db => db.StaffAccounts.Select(a => a.DisplayName).SingleAsync()));
    }

    [Theory]
    [InlineData("no address", "viewer", SignedInStaff.Password)]
    [InlineData("jiro@example.jp", "boss", SignedInStaff.Password)]
    [InlineData("jiro@example.jp", "3", SignedInStaff.Password)]
    [InlineData("jiro@example.jp", "viewer", "password1234")]
    [InlineData("jiro@example.jp", "viewer", null)]
    [InlineData("HANAKO@example.jp", "viewer", SignedInStaff.Password)]
    public async Task What_makes_no_sense_is_refused(string email, string role, string? password)
    {
        using var site = await Site.StartAsync();
        await site.AccountAsync(Role.Viewer);

        var code = await AddAsync(site, new(email, role, null), password);

        Assert.Equal((1, 1), (code, await site.InDatabaseAsync(db => db.StaffAccounts.CountAsync())));
    }

    private static async Task<int> AddAsync(Site site, Newcomer newcomer, string? password)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await ActivatorUtilities.CreateInstance<StaffAdding>(scope.ServiceProvider).RunAsync(newcomer, () => password, CancellationToken.None);
    }
}
