using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Content.Hints;
using Shiojiri.CxoLab.Pictures;

namespace Shiojiri.CxoLab.Tests.Content;

public sealed class ContentPicturesTests
{
    private const string One = "AAAAAAAAAAAAAAAAAAAAAA";
    private const string Two = "BBBBBBBBBBBBBBBBBBBBBB";

    [Fact]
    public void A_piece_shows_the_picture_that_was_chosen_and_those_in_its_texts()
    {
        var fields = new Dictionary<string, string?> { [ContentField.Text] = $"![](picture:{Two}) ![](picture:{One})", [ContentField.Picture] = One };

        Assert.Equal([Two, One], ContentPictures.Of(fields));
        Assert.Contains(ContentPictures.Chosen, ContentRevision.Text(fields), StringComparison.Ordinal);
        Assert.Empty(ContentPictures.Of(new Dictionary<string, string?> { [ContentField.Text] = "\"Picture\":" }));
    }

    [Fact]
    public void Only_what_has_a_place_for_a_picture_can_be_given_one() => Assert.Equal(
        [ContentKind.Project, ContentKind.Voice, ContentKind.Organisation, ContentKind.Person],
        Enum.GetValues<ContentKind>().Where(kind => ContentField.Of(kind).Any(f => f is { Name: ContentField.Picture, Kind: ContentFieldKind.Picture, IsNeeded: false })));

    [Theory]
    [InlineData(null, "山", null)]
    [InlineData(One, "山", null)]
    [InlineData(One, " ", "画像の説明がありません")]
    [InlineData(Two, "山", "この画像は、まだ使えないか、もうありません。ここには何も出ません")]
    public void A_chosen_picture_that_can_not_be_shown_or_says_nothing_is_noticed(string? key, string description, string? words)
    {
        var context = new HintContext(new(2022, 6, 10)) { Pictures = new Dictionary<string, ShownPicture> { [One] = new(One, description, null, 10, 10) } };

        Assert.Equal(words, PictureHint.OfChosen(key, context)?.Words);
    }
}
