using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shiojiri.CxoLab.Web.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class CountingIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Applications_AssigneeId",
                table: "Applications");

            migrationBuilder.DropIndex(
                name: "IX_Applications_MergedIntoId",
                table: "Applications");

            migrationBuilder.AlterColumn<string>(
                name: "Residence",
                table: "Applications",
                type: "nvarchar(480)",
                maxLength: 480,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(480)",
                oldMaxLength: 480);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReceivedOn",
                table: "Applications",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.CreateIndex(
                name: "IX_Applications_AssigneeId_CohortId",
                table: "Applications",
                columns: new[] { "AssigneeId", "CohortId" },
                filter: "[AssigneeId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_CohortId_MergedIntoId",
                table: "Applications",
                columns: new[] { "CohortId", "MergedIntoId" },
                filter: "[MergedIntoId] IS NULL")
                .Annotation("SqlServer:Include", new[] { "SearchText" });

            migrationBuilder.CreateIndex(
                name: "IX_Applications_Days",
                table: "Applications",
                columns: new[] { "CohortId", "ReceivedOn", "MergedIntoId" },
                filter: "[MergedIntoId] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_Fees",
                table: "Applications",
                columns: new[] { "CohortId", "Status", "DueOn", "Fee", "ReceivedAmount", "RefundedAmount", "ReceivedOn", "MergedIntoId" },
                filter: "[MergedIntoId] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_MergedIntoId",
                table: "Applications",
                column: "MergedIntoId",
                filter: "[MergedIntoId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_Origins",
                table: "Applications",
                columns: new[] { "CohortId", "Residence", "HeardFrom", "MergedIntoId" },
                filter: "[MergedIntoId] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_People",
                table: "Applications",
                columns: new[] { "NormalizedEmail", "CohortId", "Status", "Fee", "ReceivedAmount", "RefundedAmount", "MergedIntoId" },
                filter: "[Status] = 'Accepted' AND [MergedIntoId] IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Applications_AssigneeId_CohortId",
                table: "Applications");

            migrationBuilder.DropIndex(
                name: "IX_Applications_CohortId_MergedIntoId",
                table: "Applications");

            migrationBuilder.DropIndex(
                name: "IX_Applications_Days",
                table: "Applications");

            migrationBuilder.DropIndex(
                name: "IX_Applications_Fees",
                table: "Applications");

            migrationBuilder.DropIndex(
                name: "IX_Applications_MergedIntoId",
                table: "Applications");

            migrationBuilder.DropIndex(
                name: "IX_Applications_Origins",
                table: "Applications");

            migrationBuilder.DropIndex(
                name: "IX_Applications_People",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "ReceivedOn",
                table: "Applications");

            migrationBuilder.AlterColumn<string>(
                name: "Residence",
                table: "Applications",
                type: "nvarchar(480)",
                maxLength: 480,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(480)",
                oldMaxLength: 480,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_AssigneeId",
                table: "Applications",
                column: "AssigneeId");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_MergedIntoId",
                table: "Applications",
                column: "MergedIntoId");
        }
    }
}
