using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Payments;

/// <summary>Finds whom the due day has passed for, and composes the mails that would ask them again.</summary>
internal sealed class OverdueQuery(CxoLabDb db, StaffScope scope, MailComposer composer, ProgrammeClock clock, PaymentTabsQuery tabs)
{
    /// <summary>More at once would make a save that other people have to wait for.</summary>
    private const int Most = 300;

    public DateOnly Today => clock.Today;

    /// <summary>Null when there is no such cohort to be seen.</summary>
    /// <param name="ordinal">The cohort; null: the newest.</param>
    /// <param name="dueOn">Another day to ask by; null: the fee is asked as soon as possible.</param>
    public async Task<OverduePage?> PageAsync(int? ordinal, DateOnly? dueOn, CancellationToken ct)
    {
        if (await scope.CohortAsync(ordinal, ct) is not { } cohort)
        {
            return null;
        }

        // Not tracked: the other due day is tried on them and must not be stored by this.
        var found = await scope.People.AsNoTracking().Where(a => a.CohortId == cohort.Id)
            .Where(PaymentQuestions.Is(PaymentFilter.Overdue, clock.Today))
            .OrderBy(a => a.DueOn).ThenBy(a => a.KanaSortKey).ThenBy(a => a.Id).Take(Most + 1).ToListAsync(ct);
        var last = await RemindersAsync([.. found.Select(a => a.Id)], ct);
        var people = new List<OverduePerson>();
        foreach (var application in found.Take(Most))
        {
            people.Add(await PersonAsync(application, last.GetValueOrDefault(application.Id), dueOn, ct));
        }

        return new OverduePage(
            cohort, ordinal, clock.Today, [.. people.Where(p => p.WhyNot is null)], [.. people.Where(p => p.WhyNot is not null)], found.Count > Most,
            await tabs.TabsAsync(cohort.Id, ordinal, "/admin/payments/overdue", ct));
    }

    /// <summary>Null when there is no such cohort to be seen.</summary>
    public async Task<RemindedPage?> RemindedAsync(int? ordinal, DateOnly on, CancellationToken ct)
    {
        if (await scope.CohortAsync(ordinal, ct) is not { } cohort)
        {
            return null;
        }

        var cause = $":{PaymentReminder.CauseOn(on)}";
        var people = await db.OutgoingMails.AsNoTracking()
            .Where(m => m.Kind == MailKind.PaymentReminder && m.Occasion.EndsWith(cause))
            .Join(scope.People.Where(a => a.CohortId == cohort.Id), m => m.ApplicationId, a => a.Id, (m, a) => new { Mail = m, Application = a })
            .OrderBy(r => r.Application.KanaSortKey).ThenBy(r => r.Application.Id).Take(Most * 4)
            .Select(r => new RemindedPerson(
                r.Application.Number, r.Application.Name, r.Mail.Recipient, r.Mail.Key, r.Mail.State, r.Mail.StoppedBecause, r.Application.DueOn))
            .ToListAsync(ct);
        return new RemindedPage(cohort, ordinal, on, people, await tabs.TabsAsync(cohort.Id, ordinal, "/admin/payments/overdue", ct));
    }

    private async Task<OverduePerson> PersonAsync(Application application, SentReminder? last, DateOnly? dueOn, CancellationToken ct)
    {
        var person = new OverduePerson(application, application.FeeStatusOn(clock.Today), application.Version, last);
        var whyNot = !application.IsReachedByMail ? $"メールアドレスがありません。お電話でご連絡ください（{application.Phone}）"
            : last?.On == clock.Today ? $"今日、お願いのメールを用意しました（{last.State.Label()}）"
            : null;
        if (whyNot is not null)
        {
            return person with { WhyNot = whyNot };
        }

        if (dueOn is { } day)
        {
            application.MoveDueDate(day, clock.Today);
        }

        var request = new MailRequest.ToApplicant(application, PaymentReminder.CauseOn(clock.Today));
        return person with { Mail = await composer.ComposeAsync(MailKind.PaymentReminder, request, ct) };
    }

    private async Task<Dictionary<int, SentReminder>> RemindersAsync(List<int> applications, CancellationToken ct)
    {
        var sent = await db.OutgoingMails.AsNoTracking()
            .Where(m => m.Kind == MailKind.PaymentReminder && m.ApplicationId != null && applications.Contains(m.ApplicationId.Value))
            .Select(m => new { Id = m.ApplicationId!.Value, m.Occasion, m.State }).ToListAsync(ct);
        return sent.Where(m => PaymentReminder.DayOf(m.Occasion) is not null)
            .GroupBy(m => m.Id, m => new SentReminder(PaymentReminder.DayOf(m.Occasion)!.Value, m.State))
            .ToDictionary(g => g.Key, g => g.MaxBy(m => m.On)!);
    }
}
