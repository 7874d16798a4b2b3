using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Features.Inquiries;

/// <summary>
/// Clears questions with their answers, and the mails that repeat them, after the months that the form's page promises. One that nobody
/// has answered goes as well: the promise is made to whoever asked.
/// </summary>
internal sealed class OldInquiriesJob(CxoLabDb db, ProgrammeClock clock, CurrentSettings settings) : IJob
{
    private const int Batch = 500;
    private const int MostBatches = 20;

    private static readonly MailKind[] Kinds = [MailKind.InquiryReceipt, MailKind.InquiryAnswer, MailKind.StatusSummary];

    public string Name => "old-inquiries";

    public JobSchedule Schedule { get; } = new("50 3 * * *");

    public async Task<string> RunAsync(CancellationToken ct)
    {
        var months = -settings.Privacy.InquiryMonths;
        var (before, mailsBefore) = (clock.UtcNow.AddMonths(months), clock.RealUtcNow.AddMonths(months));
        var inquiries = await ClearAsync(db.Inquiries.Where(i => i.ReceivedUtc < before).OrderBy(i => i.Id).Select(i => i.Id),
            (old, token) => db.Inquiries.Where(i => old.Contains(i.Id)).ExecuteDeleteAsync(token), ct);
        var mails = await ClearAsync(
            db.OutgoingMails.Where(m => Kinds.Contains(m.Kind) && m.QueuedUtc < mailsBefore && m.State != MailState.Queued).OrderBy(m => m.Id).Select(m => m.Id),
            (old, token) => db.OutgoingMails.Where(m => old.Contains(m.Id)).ExecuteDeleteAsync(token), ct);
        return $"{inquiries} inquiries, {mails} mails";
    }

    private async Task<int> ClearAsync(IQueryable<int> found, Func<List<int>, CancellationToken, Task<int>> delete, CancellationToken ct)
    {
        var cleared = 0;
        for (var round = 0; round < MostBatches; round++)
        {
            var old = await found.Take(Batch).ToListAsync(ct);
            cleared += old.Count == 0 ? 0 : await db.WriteAsync(token => delete(old, token), ct);
            if (old.Count < Batch)
            {
                break;
            }
        }

        return cleared;
    }
}
