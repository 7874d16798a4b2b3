using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Tests.Testing;

namespace Shiojiri.CxoLab.Tests.Mail;

/// <summary>What staff are offered to send after they moved or called off a date.</summary>
public sealed class SessionNoticeTests
{
    [Fact]
    public void A_date_that_was_moved()
    {
        var session = Session("作成研修");
        session.Move(new SessionDays(new(2022, 8, 6), new(2022, 8, 6), new(11, 0), new(17, 0)), wasSeen: true);

        Check("session-moved", session);
    }

    [Fact]
    public void A_date_that_was_called_off()
    {
        var session = Session("作成研修");
        session.Cancel(Given.Now);

        Check("session-cancelled", session);
    }

    [Fact]
    public void A_long_name_with_braces_still_makes_a_text_that_may_be_sent()
    {
        var session = Session(new string('長', 90) + "{氏名}");
        session.Cancel(Given.Now);

        var text = SessionNotice.Of(session);

        Assert.Equal("【{プログラムの略称}】中止のお知らせ", text.Subject);
        Assert.Empty(Placeholders.FlawsOf(MailKind.Group, text));
        Assert.Contains("長（氏名）」", text.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_to_be_told_until_members_were_written_to_and_again_when_it_is_moved_once_more()
    {
        var session = Session("作成研修");
        var before = session.IsToBeTold;
        session.Move(new SessionDays(new(2022, 8, 6), new(2022, 8, 6)), wasSeen: true);
        var moved = session.IsToBeTold;
        session.Tell(Given.Now);
        var told = session.IsToBeTold;
        session.Move(new SessionDays(new(2022, 8, 7), new(2022, 8, 7)), wasSeen: true);

        Assert.Equal((false, true, false, true), (before, moved, told, session.IsToBeTold));
    }

    private static CurriculumSession Session(string title) => new(
        "training", new SessionContents(title, 1, "研修", SessionKind.Session, Place.OnSite, "市民交流センター", "塩尻駅東口", "https://example.jp/secret-room"),
        new SessionDays(new(2022, 7, 30), new(2022, 7, 30), new(11, 0), new(17, 0)));

    private static void Check(string name, CurriculumSession session)
    {
        var text = SessionNotice.Of(session);
        Assert.Empty(Placeholders.FlawsOf(MailKind.Group, text));
        var (subject, body) = text.Render(Given.About(), "");

        Approved.Check(name, $"{subject}\n\n{body.Text}\n{body.Html}");
        Assert.DoesNotContain("secret-room", body.Text + body.Html, StringComparison.Ordinal);
    }
}
