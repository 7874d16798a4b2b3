using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Tests.Features.Admin.Erasure;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Mail;

public sealed class MailQueueTests
{
    [Theory]
    [InlineData(false, null)]
    [InlineData(true, MailRefusal.Erased)]
    public async Task Nothing_is_queued_about_somebody_who_was_erased(bool isErased, MailRefusal? refusal)
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var number = await site.ApplicantAsync(moves: ApplicationStatus.Declined);
        if (isErased)
        {
            await ErasedWithoutTraceTests.EraseAsync(site, number);
        }

        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CxoLabDb>();
        var application = await db.Applications.SingleAsync(a => a.Number == number);
        var answer = await scope.ServiceProvider.GetRequiredService<MailComposer>()
            .TryQueueAsync(MailKind.Decline, new MailRequest.ToApplicant(application, "once more"), CancellationToken.None);

        Assert.Equal((refusal, isErased ? 0 : 1), (answer, db.ChangeTracker.Entries<OutgoingMail>().Count(e => e.State == EntityState.Added)));
    }
}
