using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.StaffMembers;
using Shiojiri.CxoLab.Web.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Staff;

/// <summary>What accounts ask and tell the database is T-SQL too, although there is no server to run it.</summary>
public sealed class StaffTransactSqlTests
{
    [Fact]
    public async Task The_statements_of_accounts_are_well_formed()
    {
        var server = new SilentSqlServer();
        using var site = await server.StartSiteAsync();
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var account = StaffAccounts.New("hanako@example.jp", "花子", Role.Viewer, null, DateTime.UnixEpoch);

        await services.GetRequiredService<SignInGuard>().CheckPasswordAsync("hanako@example.jp", "x", CancellationToken.None);
        await services.GetRequiredService<SignInGuard>().ForgetAsync(account, CancellationToken.None);
        await services.GetRequiredService<SecondFactors>().TakeCodeAsync(account, "000000", CancellationToken.None);
        await services.GetRequiredService<SecondFactors>().CodesLeftAsync(1, CancellationToken.None);
        await services.GetRequiredService<StaffLinks>().FindAsync(StaffLink.Invitation, new string('A', 22), CancellationToken.None);
        await services.GetRequiredService<FirstStartLinks>().FindAsync(new string('A', 22), CancellationToken.None);
        await services.GetRequiredService<StaffMemberService>().ListAsync(CancellationToken.None);
        await services.GetRequiredService<StaffMemberService>().IsAnotherAdministratorLeftAsync(account, CancellationToken.None);
        await services.GetRequiredService<CredentialService>().SessionsAsync(account, DateTime.UnixEpoch, CancellationToken.None);
        await services.GetRequiredService<PasskeyService>().OfAsync(new StaffAccount { Id = 1 }, CancellationToken.None);
        await services.GetRequiredService<StaffSessions>().EndAllAsync(1, CancellationToken.None);

        Assert.InRange(server.Statements.Count(sql => sql.Contains("[Staff", StringComparison.Ordinal)), 10, 50);
        Assert.Empty(server.Faults);
    }
}
