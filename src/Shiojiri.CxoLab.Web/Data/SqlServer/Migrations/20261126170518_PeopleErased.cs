using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shiojiri.CxoLab.Web.Data.SqlServer.Migrations
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
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ErasureNoticedOn",
                table: "Applications",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "KeptBecause",
                table: "Applications",
                type: "nvarchar(2400)",
                maxLength: 2400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "KeptBy",
                table: "Applications",
                type: "nvarchar(100)",
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
