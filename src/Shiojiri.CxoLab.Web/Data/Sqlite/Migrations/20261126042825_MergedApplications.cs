using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shiojiri.CxoLab.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MergedApplications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "MergedIntoId",
                table: "Applications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PersonKey",
                table: "Applications",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PhoneKey",
                table: "Applications",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Applications_CohortId_PersonKey",
                table: "Applications",
                columns: new[] { "CohortId", "PersonKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Applications_CohortId_PhoneKey",
                table: "Applications",
                columns: new[] { "CohortId", "PhoneKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Applications_MergedIntoId",
                table: "Applications",
                column: "MergedIntoId");

            migrationBuilder.AddForeignKey(
                name: "FK_Applications_Applications_MergedIntoId",
                table: "Applications",
                column: "MergedIntoId",
                principalTable: "Applications",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Applications_Applications_MergedIntoId",
                table: "Applications");

            migrationBuilder.DropIndex(
                name: "IX_Applications_CohortId_PersonKey",
                table: "Applications");

            migrationBuilder.DropIndex(
                name: "IX_Applications_CohortId_PhoneKey",
                table: "Applications");

            migrationBuilder.DropIndex(
                name: "IX_Applications_MergedIntoId",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "PersonKey",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "PhoneKey",
                table: "Applications");
        }
    }
}
