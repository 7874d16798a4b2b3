using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Erasure;

/// <summary>Everything that is stored of one person, tracked: the application, those put under it, and whatever else names them.</summary>
internal sealed class PersonTraces
{
    public required Application Main { get; init; }

    public required Cohort Cohort { get; init; }

    /// <summary>Those put under it.</summary>
    public required IReadOnlyList<Application> Merged { get; init; }

    /// <summary>Every number that was given out for these: their own and those of repeats.</summary>
    public required IReadOnlyList<string> Numbers { get; init; }

    /// <summary>By which the person is known, today's and earlier ones.</summary>
    public required PersonWords Words { get; init; }

    /// <summary>Of the applications; that there were such mails stays.</summary>
    public required IReadOnlyList<OutgoingMail> Mails { get; init; }

    /// <summary>Texts that were sent to this person and nobody else: of these the log has the words.</summary>
    public required IReadOnlyList<string> Batches { get; init; }

    /// <summary>About no application: to the person's address, or of a text tried out with this person.</summary>
    public required IReadOnlyList<OutgoingMail> OtherMails { get; init; }

    public required IReadOnlyList<Inquiry> Inquiries { get; init; }

    public required IReadOnlyList<ApplicationNote> Notes { get; init; }

    public required IReadOnlyList<Review> Reviews { get; init; }

    public required IReadOnlyList<ApplicationTag> TagLinks { get; init; }

    /// <summary>On nobody else, and those taken off this person that are on nobody.</summary>
    public required IReadOnlyList<Tag> Tags { get; init; }

    /// <summary>Those of them that no other cohort has: only these tell of the person.</summary>
    public required IReadOnlyList<Tag> OwnTags { get; init; }

    public required IReadOnlyList<RefundAccount> RefundAccounts { get; init; }

    public required IReadOnlyList<PreparedDecision> Prepared { get; init; }

    public required IReadOnlyList<RepeatSubmission> Repeats { get; init; }

    /// <summary>Which were kept to find this person.</summary>
    public required IReadOnlyList<SavedView> Views { get; init; }

    /// <summary>Lines of the access log that call the person by an address.</summary>
    public required IReadOnlyList<AccessEntry> Accesses { get; init; }

    /// <summary>By which lines of the log that are about no application are known to hold the person.</summary>
    public TellingWords Telling => new([.. Words.All, .. Batches], [.. OwnTags.Select(t => t.Name), .. Views.Select(v => v.Name)]);

    public IEnumerable<Application> Applications => Merged.Prepend(Main);

    /// <summary>Mails that wait to leave.</summary>
    public int Waiting => Mails.Concat(OtherMails).Count(m => m.State == MailState.Queued);

    public bool HasOpenInquiry => Inquiries.Any(i => i.Status == InquiryStatus.Open);

    /// <summary>What came in after the person was erased, from a page that was open at that moment.</summary>
    public bool HasStragglers => OtherMails.Count + Inquiries.Count + Mails.Count + Notes.Count + Reviews.Count + TagLinks.Count + RefundAccounts.Count + Prepared.Count + Repeats.Count > 0;

    public bool IsLeaving(DateTime nowUtc) => Mails.Concat(OtherMails).Any(m => m.State == MailState.Queued && !m.CanBeCancelledAt(nowUtc));

    /// <summary>Takes all of it away, with the next save. Mails and ledger refer to the application: these are emptied, the rest is removed.</summary>
    public void Erase(CxoLabDb db, Actor by, DateTime nowUtc)
    {
        foreach (var mail in Mails)
        {
            mail.Erase(nowUtc);
        }

        foreach (var access in Accesses)
        {
            access.EraseSubject();
        }

        foreach (var application in Applications)
        {
            application.Erase(Cohort, by, nowUtc);
        }

        db.RemoveRange([.. Notes, .. Reviews, .. TagLinks, .. Tags, .. RefundAccounts, .. Prepared, .. Repeats, .. Views, .. OtherMails, .. Inquiries]);
    }
}

/// <summary>By what a person is known (本人とわかる言葉).</summary>
/// <param name="Names">Names and readings.</param>
/// <param name="Emails">As compared.</param>
internal sealed record PersonWords(IReadOnlyList<string> Names, IReadOnlyList<string> Emails, IReadOnlyList<string> Phones)
{
    public static PersonWords Of(IReadOnlyCollection<Contact> contacts) => new(
        Distinct(contacts.SelectMany(c => new[] { c.Name, c.Kana })),
        Distinct(contacts.Select(c => Application.EmailKey(c.Email))),
        Distinct(contacts.Select(c => c.Phone)));

    /// <summary>All of them; a number in and out of the country.</summary>
    public IReadOnlyList<string> All => [.. Names, .. Emails, .. Phones, .. Phones.SelectMany(PhoneNumber.Ways)];

    private static IReadOnlyList<string> Distinct(IEnumerable<string?> words) => [.. words.OfType<string>().Where(w => w.Length > 0).Distinct()];
}
