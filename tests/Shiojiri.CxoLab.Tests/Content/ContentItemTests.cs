using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Tests.Content;

public sealed class ContentItemTests
{
    private static readonly DateTime Noon = new(2022, 6, 20, 3, 0, 0, DateTimeKind.Utc);
    private static readonly Actor By = new(1, "事務局");

    [Fact]
    public void A_draft_is_never_seen()
    {
        var item = new ContentItem("a", ContentKind.Text, 1);
        Write(item, "下書き", Publication.Draft);

        Assert.Null(item.Revisions.ShownAt(DateTime.MaxValue));
    }

    [Fact]
    public void What_is_to_be_published_is_seen_from_its_very_second()
    {
        var item = new ContentItem("a", ContentKind.Text, 1);
        Write(item, "いま", new(Noon.AddDays(-1)));
        Write(item, "あす", new(Noon));

        Assert.Equal(("いま", "あす"), (Shown(item, Noon.AddTicks(-1)), Shown(item, Noon)));
    }

    [Fact]
    public void What_was_published_last_holds_even_if_it_was_written_first()
    {
        var item = new ContentItem("a", ContentKind.Text, 1);
        Write(item, "予約", new(Noon));
        Write(item, "先に公開", new(Noon.AddHours(-1)));

        Assert.Equal("予約", Shown(item, Noon));
    }

    [Fact]
    public void After_it_is_taken_down_nothing_older_comes_back()
    {
        var item = new ContentItem("a", ContentKind.News, 1);
        Write(item, "前", new(Noon.AddDays(-2)));
        Write(item, "後", new(Noon.AddDays(-1), Noon));

        Assert.Equal(("後", null), (Shown(item, Noon.AddTicks(-1)), Shown(item, Noon)));
    }

    [Fact]
    public void Only_what_nobody_has_seen_becomes_a_draft_again()
    {
        var item = new ContentItem("a", ContentKind.News, 1);
        var (seen, ahead) = (Write(item, "公開中", new(Noon)), Write(item, "予約", new(Noon.AddDays(1), Noon.AddDays(2))));

        Assert.Equal((false, true), (item.Unschedule(seen, Noon), item.Unschedule(ahead, Noon)));
        Assert.Equal((Noon, null, null), (seen.PublishUtc!.Value, ahead.PublishUtc, ahead.TakeDownUtc));
    }

    [Fact]
    public void Every_built_in_piece_has_the_fields_of_its_kind_and_a_key_of_its_own()
    {
        var written = BuiltInContent.All.Where(b => b != FirstQuestions.OfCohort).ToList();
        Assert.All(written, b => Assert.Subset(b.Fields.Where(f => f.Value is not null).Select(f => f.Key).ToHashSet(), ContentField.Of(b.Kind).Where(f => f.IsNeeded).Select(f => f.Name).ToHashSet()));
        Assert.All(written, b => Assert.Superset(b.Fields.Keys.ToHashSet(), ContentField.Of(b.Kind).Select(f => f.Name).ToHashSet()));
        Assert.All(BuiltInContent.All, b => Assert.InRange(b.Key.Length, 1, ContentItem.MaxKey));
        Assert.Equal(BuiltInContent.All.Count, BuiltInContent.All.Select(b => b.Key).Distinct().Count());
    }

    private static string? Shown(ContentItem item, DateTime at) => item.Revisions.ShownAt(at)?.Read()[ContentField.Text];

    private static ContentRevision Write(ContentItem item, string text, Publication publication) =>
        item.Write(item.Revisions.Count + 1, new Dictionary<string, string?> { [ContentField.Text] = text }, publication, By, Noon);
}
