using System.Runtime.CompilerServices;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Tests.Testing;

namespace Shiojiri.CxoLab.Tests.Applications;

public sealed class ApplicationStatusMovesTests
{
    private static readonly string[] Allowed =
    [
        "受付→審査中", "受付→参加確定", "受付→補欠", "受付→見送り", "受付→辞退", "審査中→参加確定", "審査中→補欠", "審査中→見送り", "審査中→辞退",
        "参加確定→審査中", "参加確定→補欠", "参加確定→見送り", "参加確定→辞退", "補欠→受付", "補欠→審査中", "補欠→参加確定", "補欠→見送り", "補欠→辞退",
        "見送り→審査中", "見送り→参加確定", "見送り→補欠", "辞退→審査中",
    ];

    [Fact]
    public void Exactly_these_moves_are_allowed()
    {
        var all = Enum.GetValues<ApplicationStatus>();

        var allowed = from one in all from other in all where ApplicationStatusMoves.Allows(one, other) select $"{one.Label()}→{other.Label()}";

        Assert.Equal(Allowed, allowed);
    }

    [Fact]
    public void A_move_is_kept_with_who_and_when()
    {
        var application = Given.Application();
        var version = application.Version;

        application.BeginReview(Given.Cohort(), Given.Staff, Given.Now);

        var change = Assert.Single(application.StatusChanges);
        Assert.Equal((ApplicationStatus.Received, ApplicationStatus.UnderReview, 7, "事務局 花子", Given.Now), (change.From, change.To, change.ById, change.ByName, change.AtUtc));
        Assert.NotEqual(version, application.Version);
    }

    [Fact]
    public void A_move_outside_the_table_is_refused_and_leaves_no_trace()
    {
        var (application, cohort, due) = (Given.Application(), Given.Cohort(), new DateOnly(2022, 6, 27));
        application.Decide(ApplicationStatus.Withdrawn, cohort, due, Given.Staff, Given.Now);

        Assert.Throws<InvalidOperationException>(() => application.Decide(ApplicationStatus.Accepted, cohort, due, Given.Staff, Given.Now));
        Assert.Throws<InvalidOperationException>(() => application.Decide(ApplicationStatus.UnderReview, cohort, due, Given.Staff, Given.Now));

        Assert.Equal((ApplicationStatus.Withdrawn, 1), (application.Status, application.StatusChanges.Count));
    }

    // The document is written by this test when CXOLAB_APPROVE=1, and compared otherwise.
    [Fact]
    public void The_diagram_in_the_documents_is_the_table()
    {
        var path = Path.Combine(Path.GetDirectoryName(File())!, "..", "..", "..", "docs", "application-status.md");
        var written = $"""
            # The states of an application

            Made from the table in `src/Shiojiri.CxoLab/Applications/ApplicationStatus.cs`; a test holds both together. A decision is *prepared*, looked through
            with its mail, and then carried out. The first score of a reviewer takes an application from 受付 to 審査中 by itself; under 先着 the fee takes it
            to 参加確定. Back to 審査中 leads only 決定を取り消す, from 補欠 to 受付 only the offer of a place that fell free. What the fee asks is a second
            axis: `FeeStatus` derives it from status, sums and due day.

            ```mermaid
            {ApplicationStatusMoves.Diagram().TrimEnd()}
            ```

            """.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("CXOLAB_APPROVE") == "1")
        {
            System.IO.File.WriteAllText(path, written);
        }

        Assert.Equal(System.IO.File.ReadAllText(path), written);
    }

    private static string File([CallerFilePath] string file = "") => file;
}
