using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Erasure;

/// <summary>Finds the saved filters that hold a person: by a name, or by words that find this person and nobody else.</summary>
internal sealed class SavedViewTraces(CxoLabDb db)
{
    /// <param name="ids">The person's applications.</param>
    /// <param name="tags">Tags that go with the person, and that nobody else has in any cohort.</param>
    public async Task<IReadOnlyList<SavedView>> FindAsync(IReadOnlyCollection<int> ids, PersonWords words, IReadOnlyCollection<Tag> tags, CancellationToken ct)
    {
        var found = new List<SavedView>();
        string[] person = [.. words.Names.Concat(words.Emails).Where(TellingWords.IsLongEnough).Select(SearchKey.Fold).Where(w => w.Length > 1), .. words.Phones.SelectMany(PhoneNumber.Ways)];
        foreach (var view in await db.SavedViews.AsTracking().ToListAsync(ct))
        {
            var filter = ApplicantFilter.Read(view.Query);
            var terms = SearchKey.Terms(filter.Q);
            if (Names(view.Name, person) || (filter.Q is { } typed && Names(typed, person)) || HasTag(filter, tags)
                || (terms.Count > 0 && terms.All(term => person.Any(p => p.Contains(term, StringComparison.Ordinal))) && !await FindsOthersAsync(ids, terms, ct)))
            {
                found.Add(view);
            }
        }

        return found;
    }

    private static bool Names(string text, string[] person) => SearchKey.Fold(text) is var folded && person.Any(p => folded.Contains(p, StringComparison.Ordinal));

    private static bool HasTag(ApplicantFilter filter, IReadOnlyCollection<Tag> tags) =>
        !string.IsNullOrEmpty(filter.Tag) && Tag.KeyOf(filter.Tag) is var key && tags.Any(t => t.Key == key);

    private Task<bool> FindsOthersAsync(IReadOnlyCollection<int> ids, IReadOnlyList<string> terms, CancellationToken ct) => terms
        .Aggregate(db.Applications.Where(a => !ids.Contains(a.Id)), (others, term) => others.Where(a => a.SearchText.Contains(term)))
        .AnyAsync(ct);
}
