using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Tests.Testing;

namespace Shiojiri.CxoLab.Tests.Settings;

/// <summary>What follows from what the programme is called.</summary>
public sealed class ProgrammeValuesTests
{
    public static readonly ProgrammeValues Other = new(
        "森のまちラボ", "森ラボ", "木を|植える｜日。", "みどり県森町", null, null, "みどり県森町", "森の会 https://mori.example.jp/\n川の会", null, "#0b5e2e", "#0b4a6e");

    [Fact]
    public void What_is_left_out_follows_from_the_name()
    {
        var only = new ProgrammeValues("森のまちラボ");

        Assert.Equal(("森のまちラボ", "森のまちラボ 運営事務局", "森のまちラボ", ""), (only.ShortTitle, only.OfficeName, only.TitleWithSlogan, only.Runners));
        Assert.Equal(Palette.BuiltIn, only.Palette);
    }

    [Fact]
    public void A_slogan_breaks_where_its_bars_stand()
    {
        Assert.Equal(["木を", "植える", "日。"], Other.SloganParts);
        Assert.Equal("森のまちラボ｜木を植える日。", Other.TitleWithSlogan);
    }

    [Fact]
    public void A_partner_has_a_link_where_an_address_stands_behind_it()
    {
        Assert.Equal([new Partner("森の会", "https://mori.example.jp/"), new Partner("川の会", null)], Other.PartnerList);
        Assert.Equal(new Partner("海の会 javascript:alert(1)", null), new ProgrammeValues(Partners: "海の会 javascript:alert(1)").PartnerList[0]);
    }

    [Fact]
    public void A_revision_keeps_what_was_set_and_nothing_that_follows_from_it()
    {
        var json = SettingRevision.Of(null, SettingSection.Programme, 1, Other, Actor.CommandLine, DateTime.UnixEpoch);

        Assert.Equal(Other, json.Read<ProgrammeValues>());
        Assert.DoesNotContain("Palette", json.Json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_of_another_programme_does_not_know_of_this_one()
    {
        var office = Given.Office() with { Programme = Other };
        var about = Given.About() with { Office = office };

        foreach (var kind in MailKinds.Editable)
        {
            var (subject, body) = BuiltInTexts.Of(kind).Render(about, BuiltInTexts.PreheaderOf(kind));
            Assert.StartsWith("【森ラボ】", subject, StringComparison.Ordinal);
            Assert.Contains("-- \n森のまちラボ 運営事務局\nお問い合わせ: office@example.jp\n主催: みどり県森町\n協働運営: 森の会、川の会\n", body.Text, StringComparison.Ordinal);
            Assert.All([subject, body.Text, body.Html], text => Assert.DoesNotMatch("CxO|長野|MEGURU|5b2346", text));
        }

        var staff = StaffMail.Invitation("a@example.jp", "塩尻 花子", "key", Given.Now, office);
        Assert.Equal("【森ラボ】管理画面へのご招待", staff.Subject);
        Assert.Contains("森のまちラボ の管理画面へ招待されました。", staff.Text, StringComparison.Ordinal);
        Assert.Contains("#0b5e2e", staff.Html, StringComparison.Ordinal);
    }
}
