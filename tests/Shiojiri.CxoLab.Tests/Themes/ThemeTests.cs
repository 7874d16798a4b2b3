using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Themes;

namespace Shiojiri.CxoLab.Tests.Themes;

public sealed class ThemeTests
{
    private static readonly Actor Office = new(1, "事務局");

    private static readonly ThemeContents Whole = new("空き家を、|人の集まる場所に", "見本 花子", "見本工房", "一緒に考えてください。", "写真が好きな人\n数字が好きな人");

    [Fact]
    public void A_new_theme_is_a_draft_that_nobody_reads_and_nobody_confirmed()
    {
        var theme = Given(Whole);

        Assert.Equal((ThemeState.Draft, false, false, 0), (theme.State, theme.IsPublic, theme.IsConfirmed, theme.Missing.Count));
    }

    [Fact]
    public void What_lacks_words_or_whom_it_seeks_can_not_be_published()
    {
        var theme = Given(Whole with { Words = null, Sought = null });

        Assert.Equal(["本人の言葉", "求める人"], theme.Missing);
        Assert.Throws<InvalidOperationException>(() => theme.Publish(DateTime.UnixEpoch));
    }

    [Fact]
    public void It_is_published_withdrawn_and_published_again()
    {
        var theme = Given(Whole);
        var states = new List<ThemeState>();

        theme.Publish(DateTime.UnixEpoch);
        states.Add(theme.State);
        theme.Withdraw(DateTime.UnixEpoch.AddDays(1));
        states.Add(theme.State);
        theme.Publish(DateTime.UnixEpoch.AddDays(2));
        states.Add(theme.State);

        Assert.Equal([ThemeState.Public, ThemeState.Withdrawn, ThemeState.Public], states);
        Assert.Equal((DateTime.UnixEpoch.AddDays(2), null), (theme.PublishedUtc, theme.WithdrawnUtc));
    }

    [Theory]
    [InlineData("題", "見本 花子", "見本工房", "一緒に考えてください。", true)]
    [InlineData("題", "見本 葉子", "見本工房", "一緒に考えてください。", false)]
    [InlineData("題", "見本 花子", "別の工房", "一緒に考えてください。", false)]
    [InlineData("題", "見本 花子", "見本工房", "別の言葉。", false)]
    public void What_the_owner_agreed_to_holds_until_their_name_work_or_words_change(string title, string owner, string affiliation, string words, bool holds)
    {
        var theme = Given(Whole);
        theme.Confirm(Office, DateTime.UnixEpoch);

        theme.Change(new ThemeContents(title, owner, affiliation, words, "ほかの人"));

        Assert.Equal((holds, holds ? "事務局" : null), (theme.IsConfirmed, theme.ConfirmedBy));
    }

    [Fact]
    public void Another_picture_is_a_change_but_no_other_words_and_the_copy_has_it_too()
    {
        var theme = Given(Whole);
        theme.Confirm(Office, DateTime.UnixEpoch);
        var version = theme.Version;

        theme.Change(Whole with { PictureKey = "AAAAAAAAAAAAAAAAAAAAAA" });

        Assert.Equal((true, false), (theme.IsConfirmed, theme.Version == version));
        Assert.Equal("AAAAAAAAAAAAAAAAAAAAAA", theme.CopyFor(4, "k").PictureKey);
    }

    [Fact]
    public void Each_change_but_that_of_its_place_makes_open_forms_old()
    {
        var theme = Given(Whole);
        var versions = new List<Guid> { theme.Version };
        foreach (var change in new Action[]
        {
            () => theme.Change(Whole with { Title = "別の題" }), () => theme.Confirm(Office, DateTime.UnixEpoch), theme.Unconfirm,
            () => theme.Publish(DateTime.UnixEpoch), () => theme.Withdraw(DateTime.UnixEpoch),
        })
        {
            change();
            versions.Add(theme.Version);
        }

        theme.MoveTo(7);

        Assert.Equal(6, versions.Distinct().Count());
        Assert.Equal((7, versions[^1]), (theme.Position, theme.Version));
    }

    [Fact]
    public void The_copy_for_the_next_cohort_is_an_unconfirmed_draft_with_the_same_texts_and_place()
    {
        var theme = Given(Whole);
        theme.Confirm(Office, DateTime.UnixEpoch);
        theme.Publish(DateTime.UnixEpoch);

        var copy = theme.CopyFor(4, "other");

        Assert.Equal((4, "other", 2, Whole), (copy.CohortId, copy.Key, copy.Position, copy.ToContents()));
        Assert.Equal((ThemeState.Draft, false), (copy.State, copy.IsConfirmed));
    }

    [Fact]
    public void Visitors_see_the_title_plain_and_whom_it_seeks_line_by_line()
    {
        var shown = ShownTheme.Of(Given(Whole));

        Assert.Equal(("空き家を、人の集まる場所に", "/themes/key"), (shown.PlainTitle, shown.Path));
        Assert.Equal(["写真が好きな人", "数字が好きな人"], shown.Sought);
    }

    [Fact]
    public void One_person_s_applications_name_each_theme_once_by_its_earliest_name()
    {
        var first = Applied(new ChosenTheme(1, "前の題"), new ChosenTheme(2, "森"));
        var second = Applied(new ChosenTheme(1, "新しい題"), new ChosenTheme(3, "川"));

        Assert.Equal(["前の題", "森", "川"], Application.ThemesOf([first, second]));
    }

    private static Application Applied(params ChosenTheme[] themes) => Testing.Given.Application(Testing.Given.Applicant() with { Themes = themes });

    private static Theme Given(ThemeContents contents) => new(3, "key", 2, contents);
}
