using System.Buffers.Binary;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Web.Pictures;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.ShareCards;

/// <summary>The picture by which other sites show a page.</summary>
public sealed class ShareCardTests
{
    private static readonly ShareCard Card = new("塩尻CxO Lab", "関わるほど、ふるさとになる。", "よくある質問", Palette.BuiltIn);

    [Fact]
    public async Task Every_page_has_its_own_which_never_changes_and_costs_no_statement()
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        var seen = new List<string>();
        foreach (var path in new[] { "/", "/faq", "/projects/wainari" })
        {
            var address = new Uri((await site.Visitor().OpenAsync(path)).Html.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!);
            count.StartAgain();
            var answer = await site.Visitor().GetAsync(address);
            var png = await answer.Content.ReadAsByteArrayAsync();
            using var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.TryAddWithoutValidation("If-None-Match", answer.Headers.ETag!.ToString());

            Assert.Equal((HttpStatusCode.OK, "image/png", 0), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, count.Statements));
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
            Assert.Equal((ShareCard.Width, ShareCard.Height), SizeOf(png));
            Assert.InRange(png.Length, 20_000, 200_000);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.Equal(HttpStatusCode.NotModified, (await site.Visitor().SendAsync(again)).StatusCode);
            seen.Add(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(png)));
        }

        Assert.Equal(3, seen.Distinct().Count());
    }

    [Fact]
    public async Task Nobody_has_other_words_drawn()
    {
        using var site = await Site.StartAsync();
        var addresses = site.Services.GetRequiredService<ShareCardAddress>();
        var token = addresses.Of(Card)[ShareCardAddress.Folder.Length..^ShareCardAddress.Ending.Length];
        var other = token[..^2] + (token[^2] == 'A' ? 'B' : 'A') + token[^1];

        Assert.Equal(Card, addresses.Read(token));
        Assert.Equal([null, null, null, null], new[] { other, "", "AAAA", "%%" }.Select(addresses.Read));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().OpenAsync($"/share/{other}.png")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().OpenAsync("/share/x.png")).Status);
    }

    [Fact]
    public async Task The_address_holds_name_title_and_colours_whatever_stands_in_them()
    {
        using var site = await Site.StartAsync();
        var addresses = site.Services.GetRequiredService<ShareCardAddress>();
        var card = new ShareCard("森の\nラボ", "", new string('長', 200), new(new(1, 2, 3), new(4, 5, 6)));

        var read = addresses.Read(addresses.Of(card)[ShareCardAddress.Folder.Length..^ShareCardAddress.Ending.Length]);

        Assert.Equal(card with { Name = "森の ラボ", Title = new string('長', 100) }, read);
        Assert.Equal(addresses.Of(card), addresses.Of(card));
    }

    [Fact]
    public void Markup_is_drawn_as_it_was_typed_and_long_titles_fit()
    {
        var plain = ShareCardDrawing.Draw(Card)!;

        Assert.All(
            new[] { "<span size='999999'>大</span>&amp;", "長い題".PadRight(300, 'あ'), "A", "" },
            title =>
            {
                var drawn = ShareCardDrawing.Draw(Card with { Title = title })!;
                Assert.Equal((ShareCard.Width, ShareCard.Height), SizeOf(drawn));
                Assert.NotEqual(plain, drawn);
            });
    }

    [Fact]
    public void Colours_are_those_of_the_programme() =>
        Assert.NotEqual(ShareCardDrawing.Draw(Card), ShareCardDrawing.Draw(Card with { Palette = new(new(0x0b, 0x5e, 0x2e), new(0x0b, 0x4a, 0x6e)) }));

    [Theory]
    [InlineData("塩尻CxO Lab 第三期メンバー募集要項〜髙﨑①—“”", true)]
    [InlineData("𠮷野", false)]
    [InlineData("祭り🎉", false)]
    [InlineData("한국", false)]
    [InlineData("改\n行", false)]
    public void A_title_that_the_font_can_not_set_is_left_out_rather_than_drawn_in_a_font_of_the_machine(string title, bool isHeld)
    {
        var without = ShareCardDrawing.Draw(Card with { Title = "" });

        Assert.Equal(isHeld, ShareCardFont.Holds(title));
        Assert.Equal(!isHeld, ShareCardDrawing.Draw(Card with { Title = title })!.SequenceEqual(without!));
    }

    [Fact]
    public void The_font_comes_with_the_site_and_with_its_licence()
    {
        Assert.True(File.Exists(ShareCardFont.File));
        Assert.Contains("SIL OPEN FONT LICENSE", File.ReadAllText(Path.Combine(Path.GetDirectoryName(ShareCardFont.File)!, "LICENSE-FONT.txt")), StringComparison.Ordinal);
    }

    private static (int Width, int Height) SizeOf(byte[] png) =>
        (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
}
