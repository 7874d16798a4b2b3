using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Tests.Testing;

namespace Shiojiri.CxoLab.Tests.Mail;

/// <summary>What administrators read before recruitment opens.</summary>
public sealed class OpeningNoticeTests
{
    private static readonly OpeningGap Seller = new(new Readiness(ReadinessItem.Seller, ["販売者", "所在地"]), "/admin/settings/seller#values-seller");
    private static readonly OpeningGap Admission = new(new Readiness(ReadinessItem.Admission, ["選考の結果をお知らせする日"]), "/admin/admission?cohort=4");

    [Fact]
    public void Seven_days_before()
    {
        var mail = OpeningNotice.For("office@example.jp", 7, Gaps(new(2023, 6, 8), Seller, Admission), Given.Office());

        Approved.Check("opening-notice", $"{mail.Recipient}\n{mail.Occasion}\n{mail.Subject}\n\n{mail.Text}\n{mail.Html}");
    }

    [Theory]
    [InlineData("2023-06-01", "第四期の募集を始める日は、今日（2023年6月1日(木)）です。")]
    [InlineData("2023-05-31", "第四期の募集を始める日（2023年5月31日(水)）を過ぎています。")]
    [InlineData(null, "第四期は、公開と同時に募集を始める設定です。")]
    public void When_it_opens(string? opensOn, string expected)
    {
        var mail = OpeningNotice.For("office@example.jp", 7, Gaps(opensOn is null ? null : DateOnly.Parse(opensOn), Seller), Given.Office());

        Assert.Equal(expected, mail.Text.Split('\n')[0]);
    }

    [Fact]
    public void What_keeps_nothing_shut_is_not_called_needed()
    {
        var mail = OpeningNotice.For("office@example.jp", 7, Gaps(new(2023, 6, 8), Admission), Given.Office());

        Assert.Contains("受け付けは始まりますが、先に決めておくと案内がそろいます。", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("必須", mail.Text, StringComparison.Ordinal);
    }

    private static OpeningGaps Gaps(DateOnly? opensOn, params OpeningGap[] gaps) => new(4, "第四期", opensOn, new(2023, 6, 1), gaps);
}
