using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shiojiri.CxoLab.Web.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class FoldedColumns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Tags_CohortId_Name",
                table: "Tags");

            migrationBuilder.AddColumn<string>(
                name: "Key",
                table: "Tags",
                type: "nvarchar(240)",
                maxLength: 240,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "CohortId",
                table: "Briefings",
                type: "int",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "NormalizedEmail",
                table: "Applications",
                type: "nvarchar(254)",
                maxLength: 254,
                nullable: true,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(254)",
                oldMaxLength: 254,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "Email",
                table: "Applications",
                type: "nvarchar(254)",
                maxLength: 254,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(254)",
                oldMaxLength: 254);

            migrationBuilder.AddColumn<string>(
                name: "KanaSortKey",
                table: "Applications",
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "SearchVersion",
                table: "Applications",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Tags_CohortId_Key",
                table: "Tags",
                columns: new[] { "CohortId", "Key" },
                unique: true,
                filter: "[Key] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Briefings_CohortId",
                table: "Briefings",
                column: "CohortId");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_CohortId_KanaSortKey",
                table: "Applications",
                columns: new[] { "CohortId", "KanaSortKey" });

            migrationBuilder.AddForeignKey(
                name: "FK_Briefings_Cohorts_CohortId",
                table: "Briefings",
                column: "CohortId",
                principalTable: "Cohorts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Briefings_Cohorts_CohortId",
                table: "Briefings");

            migrationBuilder.DropIndex(
                name: "IX_Tags_CohortId_Key",
                table: "Tags");

            migrationBuilder.DropIndex(
                name: "IX_Briefings_CohortId",
                table: "Briefings");

            migrationBuilder.DropIndex(
                name: "IX_Applications_CohortId_KanaSortKey",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "Key",
                table: "Tags");

            migrationBuilder.DropColumn(
                name: "CohortId",
                table: "Briefings");

            migrationBuilder.DropColumn(
                name: "KanaSortKey",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "SearchVersion",
                table: "Applications");

            migrationBuilder.AlterColumn<string>(
                name: "NormalizedEmail",
                table: "Applications",
                type: "nvarchar(254)",
                maxLength: 254,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(254)",
                oldMaxLength: 254,
                oldNullable: true,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "Email",
                table: "Applications",
                type: "nvarchar(254)",
                maxLength: 254,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "nvarchar(254)",
                oldMaxLength: 254,
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tags_CohortId_Name",
                table: "Tags",
                columns: new[] { "CohortId", "Name" },
                unique: true);
        }
    }
}
