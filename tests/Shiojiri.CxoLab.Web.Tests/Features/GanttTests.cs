using Shiojiri.CxoLab.Web.Data.Seed;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Tests.Features;

/// <summary>The picture of the calendar.</summary>
public sealed class GanttTests
{
    private readonly Gantt _gantt = new(ThirdCohort.Make(), [.. ThirdCohort.Briefings()]);

    [Fact]
    public void A_row_is_named_in_at_most_eight_characters()
    {
        Assert.Equal(["募集", "研修", "仕様書づくり", "フィールドワーク", "交流会"], _gantt.Rows.Select(row => row.Label));
        Assert.All(_gantt.Rows, row => Assert.InRange(row.Label.Length, 1, GanttRowName.Longest));
    }

    [Theory]
    [InlineData("まち歩き", "まち歩き")]
    [InlineData("地域の事業者をめぐる見学会", "カリキュラム2")]
    [InlineData("オンラインで行うはじめの研修", "研修")]
    public void A_part_nobody_knew_of_is_named_shortly_too(string title, string name) => Assert.Equal(name, GanttRowName.Of(2, title));

    [Fact]
    public void A_label_left_of_its_dot_that_would_cross_a_month_goes_on_two_lines()
    {
        var orientation = _gantt.Rows[1].Marks[0];

        Assert.Equal(("end", "7/20(水)／オリエンテーション"), (orientation.Anchor, Read(orientation)));
    }

    [Fact]
    public void Where_there_is_no_room_only_the_date_stays() =>
        Assert.Equal(["7/30(土)", "8/24(水) 「仕様書」作成中間発表会"], _gantt.Rows[1].Marks.Skip(1).Select(Read));

    [Fact]
    public void The_last_briefing_carries_the_words_for_all() =>
        Assert.Equal(["", "説明会／6/17・6/29", "7/30(土) 応募締切"], _gantt.Rows[0].Marks.Select(Read));

    private static string Read(GanttMark mark) => string.Join('／', mark.Lines);
}
