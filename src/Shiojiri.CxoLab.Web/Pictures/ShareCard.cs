using Shiojiri.CxoLab.Settings;

namespace Shiojiri.CxoLab.Web.Pictures;

/// <summary>What stands on the picture by which other sites show a page of this one (OGP): 1200 × 630 pixels, in the programme's colours.</summary>
/// <param name="Name">What the programme is called.</param>
/// <param name="Slogan">May be empty.</param>
/// <param name="Title">The page's; empty on the home page, whose title is the slogan.</param>
internal sealed record ShareCard(string Name, string Slogan, string Title, Palette Palette)
{
    public const int Width = 1200;
    public const int Height = 630;
}
