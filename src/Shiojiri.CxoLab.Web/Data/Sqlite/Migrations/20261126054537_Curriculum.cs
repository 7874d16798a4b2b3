using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shiojiri.CxoLab.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Curriculum : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "CancelledUtc",
                table: "Briefings");

            migrationBuilder.DropColumn(
                name: "Sequence",
                table: "Briefings");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Briefings");

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
