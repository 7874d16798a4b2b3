using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shiojiri.CxoLab.Web.Data.Sqlite.Migrations
{
    /// <summary>One person's applications under one, what was decided together, and the accounts that money goes back to.</summary>
    public partial class RefundsAndMerging : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "Batch",
                table: "StatusChanges",
                type: "TEXT",
                nullable: true);

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

            migrationBuilder.CreateTable(
                name: "RefundAccounts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ApplicationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Closed = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    EnteredUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefundAccounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RefundAccounts_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_StatusChanges_Batch",
                table: "StatusChanges",
                column: "Batch");

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

            migrationBuilder.CreateIndex(
                name: "IX_RefundAccounts_ApplicationId",
                table: "RefundAccounts",
                column: "ApplicationId",
                unique: true);

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

            migrationBuilder.DropTable(
                name: "RefundAccounts");

            migrationBuilder.DropIndex(
                name: "IX_StatusChanges_Batch",
                table: "StatusChanges");

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
                name: "Batch",
                table: "StatusChanges");

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
