using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

// Becomes LOWER in the database, which knows no culture; addresses are compared so everywhere.
#pragma warning disable CA1304, CA1311

namespace Shiojiri.CxoLab.Web.Features.Admin.Erasure;

/// <summary>Finds every row that tells of a person, to be counted on a page or taken away. Each statement asks for one table, however many rows it has.</summary>
internal sealed class PersonTraceQuery(CxoLabDb db, SavedViewTraces views)
{
    private static readonly MailKind[] AboutNoApplication = [MailKind.InquiryReceipt, MailKind.InquiryAnswer, MailKind.StatusSummary];

    /// <summary>Null when there is no such application, or when it lies under another one.</summary>
    /// <param name="within">Those that whoever asks may see.</param>
    public async Task<PersonTraces?> FindAsync(IQueryable<Application> within, string number, CancellationToken ct)
    {
        if (await within.AsTracking().SingleOrDefaultAsync(a => a.Number == number && a.MergedIntoId == null, ct) is not { } main)
        {
            return null;
        }

        var applications = await db.Applications.AsTracking().AsSplitQuery()
            .Include(a => a.Answers).Include(a => a.Attendance).Include(a => a.Interests).Include(a => a.Themes)
            .Include(a => a.StatusChanges).Include(a => a.Ledger).Include(a => a.Numbers)
            .Where(a => a.Id == main.Id || a.MergedIntoId == main.Id)
            .OrderBy(a => a.Id)
            .ToListAsync(ct);
        List<int> ids = [.. applications.Select(a => a.Id)];
        List<string> numbers = [.. applications.SelectMany(a => a.Numbers).Select(n => n.Number)];
        List<OutgoingMail> mails = await db.OutgoingMails.AsTracking().Where(m => m.ApplicationId != null && ids.Contains(m.ApplicationId.Value) && m.Recipient != "").ToListAsync(ct);
        var earlier = await EarlierAsync(numbers, ct);
        var words = PersonWords.Of([.. applications.Where(a => !a.IsErased).Select(a => a.Contact), .. earlier.Contacts,
            .. mails.Select(m => new Contact("", "", m.Recipient, null, ""))]);
        var free = await FreeAddressesAsync(ids, words, ct);

        // Who writes about an erased application does so anew.
        var inquiries = main.IsErased ? [] : await db.Inquiries.AsTracking().Include(i => i.Answers)
            .Where(i => (i.ApplicationId != null && ids.Contains(i.ApplicationId.Value)) || free.Contains(i.Email.ToLower())).ToListAsync(ct);
        var links = await db.ApplicationTags.AsTracking().Where(t => ids.Contains(t.ApplicationId)).ToListAsync(ct);
        var tags = await LonelyTagsAsync(ids, [.. links.Select(l => l.TagId)], main.CohortId, earlier.Tags, ct);
        List<Tag> ownTags = [.. tags.Where(t => t.IsOwn).Select(t => t.Tag)];
        return new PersonTraces
        {
            Main = main,
            Cohort = await db.Cohorts.AsTracking().SingleAsync(c => c.Id == main.CohortId, ct),
            Merged = [.. applications.Where(a => a != main)],
            Numbers = numbers,
            Words = words,
            Mails = mails,
            Batches = await SoleBatchesAsync(mails, ct),
            OtherMails = await OtherMailsAsync(free, inquiries, numbers, words, ct),
            Inquiries = inquiries,
            Notes = await db.ApplicationNotes.AsTracking().Where(n => ids.Contains(n.ApplicationId)).ToListAsync(ct),
            Reviews = await db.Reviews.AsTracking().Include(r => r.Scores).Where(r => ids.Contains(r.ApplicationId)).ToListAsync(ct),
            TagLinks = links,
            Tags = [.. tags.Select(t => t.Tag)],
            OwnTags = ownTags,
            RefundAccounts = await db.RefundAccounts.AsTracking().Where(r => ids.Contains(r.ApplicationId)).ToListAsync(ct),
            Prepared = await db.PreparedDecisions.AsTracking().Where(d => ids.Contains(d.ApplicationId)).ToListAsync(ct),
            Repeats = await db.RepeatSubmissions.AsTracking().Where(r => ids.Contains(r.Issued!.ApplicationId)).ToListAsync(ct),
            Views = words.Names.Count == 0 ? [] : await views.FindAsync(ids, words, ownTags, ct),
            Accesses = await db.AccessEntries.AsTracking().Where(e => free.Contains(e.Subject.ToLower())).ToListAsync(ct),
        };
    }

    /// <summary>Other applications at the person's addresses, which are erased each by itself.</summary>
    public async Task<IReadOnlyList<(string Number, string Cohort, ApplicationStatus Status)>> OthersAsync(IQueryable<Application> within, PersonTraces person, CancellationToken ct)
    {
        var (ids, emails) = (person.Applications.Select(a => a.Id).ToList(), person.Words.Emails);
        var others = await within.Where(a => a.ErasedUtc == null && a.MergedIntoId == null && !ids.Contains(a.Id) && emails.Contains(a.NormalizedEmail!))
            .OrderBy(a => a.Id).Take(20)
            .Select(a => new { a.Number, Cohort = db.Cohorts.First(c => c.Id == a.CohortId).Name, a.Status }).ToListAsync(ct);
        return [.. others.Select(o => (o.Number, o.Cohort, o.Status))];
    }

    // How the person was called and reached before staff corrected it, and the keys of tags that were taken off again: only the log still knows.
    private async Task<(IReadOnlyList<Contact> Contacts, IReadOnlyList<string> Tags)> EarlierAsync(List<string> numbers, CancellationToken ct)
    {
        var lines = await db.AuditEntries.AsNoTracking()
            .Where(e => (e.Action == AuditAction.ContactCorrected || e.Action == AuditAction.TagRemoved) && numbers.Contains(e.Subject) && e.Before != null)
            .Select(e => new { e.Action, Before = e.Before! }).ToListAsync(ct);
        var (contacts, tags) = (new List<Contact>(), new List<string>());
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line.Before);
            string? Text(string name) => json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            if (line.Action == AuditAction.ContactCorrected)
            {
                contacts.Add(new Contact(Text("Name") ?? "", Text("Kana") ?? "", Text("Email"), Text("Phone"), ""));
            }
            else if (Text("Tag") is { } tag)
            {
                tags.Add(Tag.KeyOf(tag));
            }
        }

        return (contacts, tags);
    }

    // What came from an address that another application still has belongs to that one as well.
    private async Task<List<string>> FreeAddressesAsync(List<int> ids, PersonWords words, CancellationToken ct)
    {
        var (emails, all) = (words.Emails, db.Applications.Where(a => !ids.Contains(a.Id) && a.NormalizedEmail != null));
        var taken = await all.Where(a => emails.Contains(a.NormalizedEmail!)).Select(a => a.NormalizedEmail!).Distinct().OrderBy(e => e).Take(emails.Count).ToListAsync(ct);
        return [.. emails.Except(taken)];
    }

    private async Task<List<OutgoingMail>> OtherMailsAsync(
        List<string> free, List<Inquiry> inquiries, List<string> numbers, PersonWords words, CancellationToken ct)
    {
        List<string> occasions = [.. inquiries.Select(i => InquiryReceipt.OccasionOf(i.Key)), .. inquiries.SelectMany(i => i.Answers).Select(a => InquiryReply.OccasionOf(a.Ticket))];
        var mails = await db.OutgoingMails.AsTracking()
            .Where(m => m.ApplicationId == null && ((AboutNoApplication.Contains(m.Kind) && free.Contains(m.Recipient.ToLower())) || occasions.Contains(m.Occasion)))
            .ToListAsync(ct);

        // The text of one that has left was removed then.
        var telling = new TellingWords([.. numbers, .. words.All], []);
        var tried = await db.OutgoingMails.AsTracking().Where(m => m.Kind == MailKind.Test && m.State != MailState.Sent).ToListAsync(ct);
        return [.. mails, .. tried.Where(m => telling.AreIn(m.Subject) || telling.AreIn(m.Text))];
    }

    // A text that was sent to this person alone, in the line of the log about it.
    private async Task<IReadOnlyList<string>> SoleBatchesAsync(List<OutgoingMail> mails, CancellationToken ct)
    {
        var (sole, own) = (new List<string>(), mails.ConvertAll(m => m.Id));
        foreach (var batch in mails.Select(m => GroupMail.BatchOf(m.Occasion)).OfType<Guid>().Distinct())
        {
            var occasions = GroupMail.OccasionsOf(batch);
            if (!await db.OutgoingMails.AnyAsync(m => m.Occasion.StartsWith(occasions) && !own.Contains(m.Id), ct))
            {
                sole.Add(batch.ToString());
            }
        }

        return sole;
    }

    // A tag whose last bearer goes may be an ordinary word; only one that no other cohort has is taken for this person's own.
    private async Task<List<(Tag Tag, bool IsOwn)>> LonelyTagsAsync(List<int> ids, List<int> tags, int cohortId, IReadOnlyList<string> earlier, CancellationToken ct)
    {
        var found = await db.Tags.AsTracking()
            .Where(t => (tags.Contains(t.Id) || (t.CohortId == cohortId && t.Key != null && earlier.Contains(t.Key)))
                && !db.ApplicationTags.Any(other => other.TagId == t.Id && !ids.Contains(other.ApplicationId)))
            .Select(t => new { Tag = t, IsOwn = !db.Tags.Any(other => other.Key == t.Key && other.Id != t.Id) })
            .ToListAsync(ct);
        return [.. found.Select(t => (t.Tag, t.IsOwn))];
    }
}
