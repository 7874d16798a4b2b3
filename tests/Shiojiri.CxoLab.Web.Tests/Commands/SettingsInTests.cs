using Shiojiri.CxoLab.Web.Commands;

namespace Shiojiri.CxoLab.Web.Tests.Commands;

public sealed class SettingsInTests
{
    [Fact]
    public void A_folder_is_no_setting_and_swallows_none() => Assert.Equal(
        ["--Data:Folder=/srv/data", "--Site:PublicBaseUrl=https://lab.example.jp"],
        SiteCommand.SettingsIn(["export-site", "/srv/town", "--Data:Folder=/srv/data", "--role", "viewer", "--Site:PublicBaseUrl=https://lab.example.jp"]));
}
