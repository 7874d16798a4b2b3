using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Tests.Testing;

namespace Shiojiri.CxoLab.Tests.Inquiries;

public sealed class InquiryTests
{
    [Theory]
    [InlineData(false, InquiryStatus.Answered)]
    [InlineData(true, InquiryStatus.Closed)]
    public void Whoever_answers_looks_after_it(bool closes, InquiryStatus expected)
    {
        var inquiry = Asked();
        var before = inquiry.Version;

        inquiry.Answer("お返事です。", Guid.NewGuid(), closes, Given.Staff, Given.Now);

        Assert.Equal((expected, Given.Staff.AccountId, 1), (inquiry.Status, inquiry.AssigneeId, inquiry.Answers.Count));
        Assert.NotEqual(before, inquiry.Version);
    }

    [Fact]
    public void An_answer_leaves_it_with_whom_it_was_given_to()
    {
        var inquiry = Asked();
        inquiry.Change(InquiryStatus.Open, 3);

        inquiry.Answer("お返事です。", Guid.NewGuid(), closes: false, Given.Staff, Given.Now);

        Assert.Equal(3, inquiry.AssigneeId);
    }

    [Fact]
    public void What_changes_nothing_is_no_change()
    {
        var inquiry = Asked();
        var before = inquiry.Version;

        Assert.False(inquiry.Change(InquiryStatus.Open, null));
        Assert.Equal(before, inquiry.Version);
        Assert.True(inquiry.Change(InquiryStatus.Closed, null));
        Assert.NotEqual(before, inquiry.Version);
    }

    private static Inquiry Asked() =>
        new(new InquiryDraft(RandomToken.Draw(), null, "例文 ゆき", "yuki@example.jp", null, "質問です。"), null, Given.Now);
}
