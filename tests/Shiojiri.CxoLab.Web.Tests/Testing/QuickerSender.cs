using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Mail;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>A sender that takes a mail up at the worst moment: after a request has looked at it and before it saves.</summary>
internal sealed class QuickerSender : SaveChangesInterceptor
{
    public void Watch(IServiceCollection services) =>
        services.Intercept(this);

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context!.ChangeTracker.Entries<OutgoingMail>().FirstOrDefault(e => e.State == EntityState.Modified) is { } changed)
        {
            var id = changed.Entity.Id;
            await eventData.Context.Set<OutgoingMail>().Where(m => m.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Lease, Guid.NewGuid()), cancellationToken);
        }

        return result;
    }
}
