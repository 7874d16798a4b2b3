using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shiojiri.CxoLab.Web.Data.Sqlite.Migrations
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
                type: "TEXT",
                maxLength: 12000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "CapacityIsAbout",
                table: "Cohorts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishedUtc",
                table: "Cohorts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms",
                table: "Applications",
                type: "TEXT",
                maxLength: 12000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SettingRevisions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CohortId = table.Column<int>(type: "INTEGER", nullable: true),
                    Section = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Json = table.Column<string>(type: "TEXT", maxLength: 12000, nullable: false),
                    SavedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SavedUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<Guid>(type: "TEXT", nullable: false)
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
