using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shiojiri.CxoLab.Web.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class KeepSumsAndJobLeases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "StoppedBecause",
                table: "OutgoingMails",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReceivedAmount",
                table: "Applications",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "RefundedAmount",
                table: "Applications",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "JobLeases",
                columns: table => new
                {
                    Name = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Holder = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    UntilUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastRunUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Failures = table.Column<int>(type: "int", nullable: false),
                    LastOutcome = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobLeases", x => x.Name);
                });

            // What the ledgers come to so far.
            migrationBuilder.Sql(
                """
                UPDATE Applications SET
                    ReceivedAmount = COALESCE((SELECT SUM(CASE WHEN e.Kind = 'Payment' OR (e.Kind = 'Reversal' AND e.Effect < 0) THEN e.Effect ELSE 0 END) FROM LedgerEntries e WHERE e.ApplicationId = Applications.Id), 0),
                    RefundedAmount = COALESCE((SELECT SUM(CASE WHEN e.Kind = 'Refund' OR (e.Kind = 'Reversal' AND e.Effect > 0) THEN -e.Effect ELSE 0 END) FROM LedgerEntries e WHERE e.ApplicationId = Applications.Id), 0)
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "JobLeases");

            migrationBuilder.DropColumn(
                name: "StoppedBecause",
                table: "OutgoingMails");

            migrationBuilder.DropColumn(
                name: "ReceivedAmount",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "RefundedAmount",
                table: "Applications");
        }
    }
}
