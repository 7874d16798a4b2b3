using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>Holds back whoever changes a mail until so many have looked at it, or for two seconds: all of them save what they saw before.</summary>
internal sealed class SavesTogether(int many) : SaveChangesInterceptor
{
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;

    public void Watch(IServiceCollection services) =>
        services.ConfigureDbContext<SqliteCxoLabDb>(options => options.AddInterceptors(this));

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context!.ChangeTracker.Entries<OutgoingMail>().Any(e => e.State == EntityState.Modified))
        {
            if (Interlocked.Increment(ref _waiting) >= many)
            {
                _all.TrySetResult();
            }

            await Task.WhenAny(_all.Task, Task.Delay(TimeSpan.FromSeconds(2), cancellationToken));
            _all.TrySetResult();
        }

        return result;
    }
}
