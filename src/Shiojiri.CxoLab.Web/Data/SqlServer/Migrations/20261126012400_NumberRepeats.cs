using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shiojiri.CxoLab.Web.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class NumberRepeats : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A repeat of before has neither a number nor what its page shows; it was a note that a form had come again.
            migrationBuilder.Sql("DELETE FROM RepeatSubmissions");

            migrationBuilder.CreateTable(
                name: "IssuedNumbers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ApplicationId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IssuedNumbers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IssuedNumbers_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql("INSERT INTO IssuedNumbers (ApplicationId, Number) SELECT Id, Number FROM Applications");

            migrationBuilder.DropForeignKey(
                name: "FK_RepeatSubmissions_Applications_ApplicationId",
                table: "RepeatSubmissions");

            migrationBuilder.DropIndex(
                name: "IX_RepeatSubmissions_ApplicationId",
                table: "RepeatSubmissions");

            migrationBuilder.RenameColumn(
                name: "ApplicationId",
                table: "RepeatSubmissions",
                newName: "IssuedNumberId");

            migrationBuilder.AddColumn<DateOnly>(
                name: "DueOn",
                table: "RepeatSubmissions",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<int>(
                name: "Fee",
                table: "RepeatSubmissions",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "MaskedEmail",
                table: "RepeatSubmissions",
                type: "nvarchar(257)",
                maxLength: 257,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "MaskedKana",
                table: "RepeatSubmissions",
                type: "nvarchar(15)",
                maxLength: 15,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_RepeatSubmissions_IssuedNumberId",
                table: "RepeatSubmissions",
                column: "IssuedNumberId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IssuedNumbers_ApplicationId",
                table: "IssuedNumbers",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_IssuedNumbers_Number",
                table: "IssuedNumbers",
                column: "Number",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_RepeatSubmissions_IssuedNumbers_IssuedNumberId",
                table: "RepeatSubmissions",
                column: "IssuedNumberId",
                principalTable: "IssuedNumbers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DELETE FROM RepeatSubmissions");

            migrationBuilder.DropForeignKey(
                name: "FK_RepeatSubmissions_IssuedNumbers_IssuedNumberId",
                table: "RepeatSubmissions");

            migrationBuilder.DropTable(
                name: "IssuedNumbers");

            migrationBuilder.DropIndex(
                name: "IX_RepeatSubmissions_IssuedNumberId",
                table: "RepeatSubmissions");

            migrationBuilder.DropColumn(
                name: "DueOn",
                table: "RepeatSubmissions");

            migrationBuilder.DropColumn(
                name: "Fee",
                table: "RepeatSubmissions");

            migrationBuilder.DropColumn(
                name: "MaskedEmail",
                table: "RepeatSubmissions");

            migrationBuilder.DropColumn(
                name: "MaskedKana",
                table: "RepeatSubmissions");

            migrationBuilder.RenameColumn(
                name: "IssuedNumberId",
                table: "RepeatSubmissions",
                newName: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_RepeatSubmissions_ApplicationId",
                table: "RepeatSubmissions",
                column: "ApplicationId");

            migrationBuilder.AddForeignKey(
                name: "FK_RepeatSubmissions_Applications_ApplicationId",
                table: "RepeatSubmissions",
                column: "ApplicationId",
                principalTable: "Applications",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
