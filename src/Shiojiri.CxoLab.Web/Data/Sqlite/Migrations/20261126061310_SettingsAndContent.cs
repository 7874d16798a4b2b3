using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shiojiri.CxoLab.Web.Data.Sqlite.Migrations
{
    /// <summary>What staff keep of the site, and from when a cohort is public.</summary>
    public partial class SettingsAndContent : Migration
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

            migrationBuilder.AddColumn<DateTime>(
                name: "CancelledUtc",
                table: "CurriculumSessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsRequired",
                table: "CurriculumSessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "MeetingPlace",
                table: "CurriculumSessions",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MeetingUrl",
                table: "CurriculumSessions",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MovedFrom",
                table: "CurriculumSessions",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Sequence",
                table: "CurriculumSessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Venue",
                table: "CurriculumSessions",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Version",
                table: "CurriculumSessions",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

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

            migrationBuilder.AlterColumn<string>(
                name: "SignUpUrl",
                table: "Briefings",
                type: "TEXT",
                maxLength: 500,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 500);

            migrationBuilder.AddColumn<DateTime>(
                name: "CancelledUtc",
                table: "Briefings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Sequence",
                table: "Briefings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "Version",
                table: "Briefings",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "Terms",
                table: "Applications",
                type: "TEXT",
                maxLength: 12000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ContentItems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentItems", x => x.Id);
                });

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

            migrationBuilder.CreateTable(
                name: "ContentRevisions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ItemId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Fields = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false),
                    PublishUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TakeDownUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SavedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SavedUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentRevisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContentRevisions_ContentItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "ContentItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ContentItems_Key",
                table: "ContentItems",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContentRevisions_ItemId_Number",
                table: "ContentRevisions",
                columns: new[] { "ItemId", "Number" },
                unique: true);

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
                name: "ContentRevisions");

            migrationBuilder.DropTable(
                name: "SettingRevisions");

            migrationBuilder.DropTable(
                name: "SiteStamps");

            migrationBuilder.DropTable(
                name: "ContentItems");

            migrationBuilder.DropColumn(
                name: "Terms",
                table: "RepeatSubmissions");

            migrationBuilder.DropColumn(
                name: "CancelledUtc",
                table: "CurriculumSessions");

            migrationBuilder.DropColumn(
                name: "IsRequired",
                table: "CurriculumSessions");

            migrationBuilder.DropColumn(
                name: "MeetingPlace",
                table: "CurriculumSessions");

            migrationBuilder.DropColumn(
                name: "MeetingUrl",
                table: "CurriculumSessions");

            migrationBuilder.DropColumn(
                name: "MovedFrom",
                table: "CurriculumSessions");

            migrationBuilder.DropColumn(
                name: "Sequence",
                table: "CurriculumSessions");

            migrationBuilder.DropColumn(
                name: "Venue",
                table: "CurriculumSessions");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "CurriculumSessions");

            migrationBuilder.DropColumn(
                name: "CapacityIsAbout",
                table: "Cohorts");

            migrationBuilder.DropColumn(
                name: "PublishedUtc",
                table: "Cohorts");

            migrationBuilder.DropColumn(
                name: "CancelledUtc",
                table: "Briefings");

            migrationBuilder.DropColumn(
                name: "Sequence",
                table: "Briefings");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Briefings");

            migrationBuilder.DropColumn(
                name: "Terms",
                table: "Applications");

            migrationBuilder.AlterColumn<string>(
                name: "SignUpUrl",
                table: "Briefings",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 500,
                oldNullable: true);
        }
    }
}
