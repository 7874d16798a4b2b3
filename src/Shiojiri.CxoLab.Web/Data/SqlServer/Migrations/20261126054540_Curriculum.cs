using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shiojiri.CxoLab.Web.Data.SqlServer.Migrations
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
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsRequired",
                table: "CurriculumSessions",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "MeetingPlace",
                table: "CurriculumSessions",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MeetingUrl",
                table: "CurriculumSessions",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MovedFrom",
                table: "CurriculumSessions",
                type: "nvarchar(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Sequence",
                table: "CurriculumSessions",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Venue",
                table: "CurriculumSessions",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Version",
                table: "CurriculumSessions",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AlterColumn<string>(
                name: "SignUpUrl",
                table: "Briefings",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(500)",
                oldMaxLength: 500);

            migrationBuilder.AddColumn<DateTime>(
                name: "CancelledUtc",
                table: "Briefings",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Sequence",
                table: "Briefings",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "Version",
                table: "Briefings",
                type: "uniqueidentifier",
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
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "nvarchar(500)",
                oldMaxLength: 500,
                oldNullable: true);
        }
    }
}
