using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shiojiri.CxoLab.Web.Data.SqlServer.Migrations
{
    /// <summary>What staff keep of the site, and from when a cohort is public.</summary>
    public partial class Settings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Terms",
                table: "RepeatSubmissions",
                type: "nvarchar(max)",
                maxLength: 12000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "CapacityIsAbout",
                table: "Cohorts",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishedUtc",
                table: "Cohorts",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms",
                table: "Applications",
                type: "nvarchar(max)",
                maxLength: 12000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SettingRevisions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CohortId = table.Column<int>(type: "int", nullable: true),
                    Section = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Scope = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Json = table.Column<string>(type: "nvarchar(max)", maxLength: 12000, nullable: false),
                    SavedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    SavedUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettingRevisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SettingRevisions_Cohorts_CohortId",
                        column: x => x.CohortId,
                        principalTable: "Cohorts",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "SiteStamps",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Value = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteStamps", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SettingRevisions_CohortId",
                table: "SettingRevisions",
                column: "CohortId");

            migrationBuilder.CreateIndex(
                name: "IX_SettingRevisions_Scope_Number",
                table: "SettingRevisions",
                columns: new[] { "Scope", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SettingRevisions");

            migrationBuilder.DropTable(
                name: "SiteStamps");

            migrationBuilder.DropColumn(
                name: "Terms",
                table: "RepeatSubmissions");

            migrationBuilder.DropColumn(
                name: "CapacityIsAbout",
                table: "Cohorts");

            migrationBuilder.DropColumn(
                name: "PublishedUtc",
                table: "Cohorts");

            migrationBuilder.DropColumn(
                name: "Terms",
                table: "Applications");
        }
    }
}
