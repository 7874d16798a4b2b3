using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Mail;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>The queue of mails, as a test looks at it.</summary>
internal static class Outbox
{
    /// <summary>Mails stay where they are until the test delivers them.</summary>
    public static void StandsStill(IServiceCollection services) =>
        services.Remove(services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType == typeof(MailDispatchWorker)));

    public static Task<List<OutgoingMail>> MailsAsync(this Site site, MailKind? kind = null) => site.InDatabaseAsync(db => db.OutgoingMails
        .AsNoTracking().Include(m => m.Application)
        .Where(m => kind == null || m.Kind == kind)
        .OrderBy(m => m.Id)
        .ToListAsync());

    public static async Task DeliverAllAsync(this Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var postman = scope.ServiceProvider.GetRequiredService<MailDispatcher>();
        foreach (var id in await postman.DueAsync(1000, CancellationToken.None))
        {
            await postman.DeliverAsync(id, CancellationToken.None);
        }
    }

    /// <summary>As if the server had answered so.</summary>
    public static Task<int> SetAsync(this Site site, OutgoingMail mail, MailState state, string? error = null) => site.InDatabaseAsync(db =>
        db.OutgoingMails.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, state).SetProperty(m => m.Attempts, 1).SetProperty(m => m.LastError, error)));

    /// <summary>As if a sender had it in hand.</summary>
    public static Task<int> ClaimAsync(this Site site, OutgoingMail mail) => site.InDatabaseAsync(db =>
        db.OutgoingMails.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.Lease, Guid.NewGuid()).SetProperty(m => m.LeasedUntilUtc, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(4))));
}
