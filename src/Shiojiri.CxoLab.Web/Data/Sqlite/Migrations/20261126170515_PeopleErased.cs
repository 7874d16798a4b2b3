using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shiojiri.CxoLab.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PeopleErased : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ErasedUtc",
                table: "Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ErasureNoticedOn",
                table: "Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "KeptBecause",
                table: "Applications",
                type: "TEXT",
                maxLength: 2400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "KeptBy",
                table: "Applications",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Applications_ErasureNoticedOn",
                table: "Applications",
                column: "ErasureNoticedOn",
                filter: "[ErasureNoticedOn] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Applications_ErasureNoticedOn",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "ErasedUtc",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "ErasureNoticedOn",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "KeptBecause",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "KeptBy",
                table: "Applications");
        }
    }
}
