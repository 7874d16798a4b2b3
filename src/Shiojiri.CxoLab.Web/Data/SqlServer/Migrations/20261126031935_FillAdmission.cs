using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shiojiri.CxoLab.Web.Data.SqlServer.Migrations
{
    /// <summary>Places, waiting list and due days as the new rules have them; apart, because SQLite rebuilds a table at the end of a migration.</summary>
    public partial class FillAdmission : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("UPDATE Applications SET HoldsPlace = 1 WHERE Status IN ('Received', 'UnderReview', 'Accepted')");
            migrationBuilder.Sql("UPDATE Applications SET DueOn = NULL WHERE Status IN ('Waitlisted', 'Declined', 'Withdrawn')");
            migrationBuilder.Sql(
                """
                UPDATE Cohorts SET
                    PlacesTaken = (SELECT COUNT(*) FROM Applications a WHERE a.CohortId = Cohorts.Id AND a.HoldsPlace = 1),
                    Waiting = (SELECT COUNT(*) FROM Applications a WHERE a.CohortId = Cohorts.Id AND a.Status = 'Waitlisted')
                WHERE Capacity IS NOT NULL
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("UPDATE Applications SET DueOn = '1900-01-01' WHERE DueOn IS NULL");
        }
    }
}
