using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Tests.Pictures;

public sealed class PictureTests
{
    [Theory]
    [InlineData(4000, 3000, "480,960,1600")]
    [InlineData(1200, 800, "480,960,1200")]
    [InlineData(480, 800, "480")]
    [InlineData(100, 100, "100")]
    [InlineData(1600, 6400, "480,800")]
    [InlineData(16, 16_000, "3")]
    public void It_is_served_in_three_widths_and_never_larger_than_it_is(int width, int height, string widths) =>
        Assert.Equal(widths, string.Join(',', PictureWidths.Of(width, height)));

    [Theory]
    [InlineData("480.avif", "image/avif")]
    [InlineData("1600.webp", "image/webp")]
    [InlineData("0480.avif", null)]
    [InlineData("480.AVIF", null)]
    [InlineData("480.jpg", null)]
    [InlineData("-1.avif", null)]
    [InlineData("original", null)]
    [InlineData("../480.avif", null)]
    [InlineData("480.avif.webp", null)]
    public void Only_the_site_s_own_names_are_files(string name, string? contentType) => Assert.Equal(contentType, PictureFile.Of(name)?.ContentType);

    [Fact]
    public void A_picture_over_which_the_site_went_down_three_times_is_given_up()
    {
        var picture = new Picture(
            new("奈良井宿の夕景", "事務局", true, PicturePermission.Own, null), new(PictureFormat.Jpeg, 4000, 3000), Actor.Site, DateTime.UnixEpoch);

        var begins = Enumerable.Range(0, 4).Select(_ => picture.Begin()).ToList();

        Assert.Equal([true, true, true, false], begins);
        Assert.Equal((PictureState.Failed, PictureFault.GivenUp), (picture.State, picture.Fault));
    }

    [Fact]
    public void A_text_names_its_pictures_by_their_keys()
    {
        var (one, two) = (RandomToken.Draw(), RandomToken.Draw());
        var text = $"はじめに\n\n{PictureReferences.Mark(one, "駅[北口]")}\n\n![](picture:{two}) ![](picture:{one}) ![](picture:short) ![](picture:{two}x)";

        Assert.Equal([one, two], PictureReferences.In(text));
        Assert.Equal($"![駅（北口）](picture:{one})", PictureReferences.Mark(one, "駅[北口]"));
        Assert.Equal((one, null, null), (PictureReferences.KeyOf($"picture:{one}"), PictureReferences.KeyOf("picture:../../x"), PictureReferences.KeyOf($"https://{one}")));
    }
}
