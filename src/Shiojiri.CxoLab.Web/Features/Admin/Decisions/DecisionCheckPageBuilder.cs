using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Decisions;

/// <summary>Lays out the last check page and protects the list of what it shows, for the person who looks at it alone.</summary>
internal sealed class DecisionCheckPageBuilder(DecisionDraftQuery drafts, PageProtector protector, CurrentStaff staff, IOptions<MailSettings> mail)
{
    private string Purpose => $"decisions/{staff.AccountId}";

    /// <summary>Null when it is missing, or was shown to somebody else.</summary>
    public ShownDecisions? Open(string? shown) => protector.Open<ShownDecisions>(Purpose, shown);

    /// <param name="before">What was shown before and could not be carried out.</param>
    public async Task<DecisionCheckPage> PageAsync(IReadOnlyCollection<string> numbers, ShownDecisions? before, CancellationToken ct)
    {
        var batch = Guid.NewGuid();
        var read = await drafts.ReadAsync(numbers, batch, ct);
        var ready = read.Where(d => d.IsReady).ToList();
        var shown = new ShownDecisions(batch, ready.ToDictionary(d => d.Application.Number, d => d.Proof));
        return new DecisionCheckPage(ready, protector.Protect(Purpose, shown), mail.Value.DecisionHoldMinutes)
        {
            Stale = StaleDecision.Among(numbers, read, before),
            Others = [.. ready.Where(d => !d.Prepared.IsBy(staff.Actor)).Select(d => d.Prepared.ByName).Distinct().Order(StringComparer.Ordinal)],
        };
    }
}
