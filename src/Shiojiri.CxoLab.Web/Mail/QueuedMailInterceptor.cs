using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>Wakes the dispatcher when a save has brought a mail in, after the save, whoever saves: nobody can forget to.</summary>
internal sealed class QueuedMailInterceptor(WorkSignal<MailDispatchWorker> signal) : SaveChangesInterceptor
{
    private bool _bringsMail;

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        _bringsMail = eventData.Context!.ChangeTracker.Entries<OutgoingMail>().Any(e => e.State == EntityState.Added);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (_bringsMail)
        {
            signal.Call();
        }

        return ValueTask.FromResult(result);
    }
}
