using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>Wakes the dispatcher when a save has brought a mail in, after the save, whoever saves: nobody can forget to.</summary>
internal sealed class QueuedMailInterceptor(WorkSignal<MailDispatchWorker> signal) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (CxoLabDb)eventData.Context!;
        if (db.ChangeTracker.Entries<OutgoingMail>().Any(e => e.State == EntityState.Added))
        {
            db.AfterSave(() =>
            {
                signal.Call();
                return Task.CompletedTask;
            });
        }

        return ValueTask.FromResult(result);
    }
}
