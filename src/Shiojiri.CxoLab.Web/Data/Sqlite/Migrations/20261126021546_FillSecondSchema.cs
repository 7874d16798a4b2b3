using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shiojiri.CxoLab.Web.Data.Sqlite.Migrations
{
    /// <summary>What the new columns hold of the old rows; apart from them, because SQLite rebuilds a table at the end of a migration.</summary>
    public partial class FillSecondSchema : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                UPDATE Applications SET
                    ReceivedAmount = COALESCE((SELECT SUM(CASE WHEN e.Kind = 'Payment' OR (e.Kind = 'Reversal' AND e.Effect < 0) THEN e.Effect ELSE 0 END) FROM LedgerEntries e WHERE e.ApplicationId = Applications.Id), 0),
                    RefundedAmount = COALESCE((SELECT SUM(CASE WHEN e.Kind = 'Refund' OR (e.Kind = 'Reversal' AND e.Effect > 0) THEN -e.Effect ELSE 0 END) FROM LedgerEntries e WHERE e.ApplicationId = Applications.Id), 0)
                """);
            migrationBuilder.Sql(AuditCodeConversion.ToCodes);
            migrationBuilder.Sql(AuditCodeConversion.CopyViews);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(AuditCodeConversion.ToNames);
        }
    }
}
