using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shiojiri.CxoLab.Web.Data.SqlServer.Migrations
{
    /// <summary>How members are chosen and when the fee is asked; what was there before stays 先着, asked at applying.</summary>
    public partial class Admission : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "StatusChanges",
                type: "nvarchar(2400)",
                maxLength: 2400,
                nullable: true);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "DueOn",
                table: "RepeatSubmissions",
                type: "date",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "date");

            migrationBuilder.AddColumn<bool>(
                name: "IsWaiting",
                table: "RepeatSubmissions",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "AdmissionMode",
                table: "Cohorts",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "FirstCome");

            migrationBuilder.AddColumn<DateOnly>(
                name: "AnswersOn",
                table: "Cohorts",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ConfirmsWhenPaid",
                table: "Cohorts",
                type: "bit",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "FeeTiming",
                table: "Cohorts",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "OnApplying");

            migrationBuilder.AddColumn<int>(
                name: "Waiting",
                table: "Cohorts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "DueOn",
                table: "Applications",
                type: "date",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "date");

            migrationBuilder.AddColumn<bool>(
                name: "HoldsPlace",
                table: "Applications",
                type: "bit",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Reason",
                table: "StatusChanges");

            migrationBuilder.DropColumn(
                name: "IsWaiting",
                table: "RepeatSubmissions");

            migrationBuilder.DropColumn(
                name: "AdmissionMode",
                table: "Cohorts");

            migrationBuilder.DropColumn(
                name: "AnswersOn",
                table: "Cohorts");

            migrationBuilder.DropColumn(
                name: "ConfirmsWhenPaid",
                table: "Cohorts");

            migrationBuilder.DropColumn(
                name: "FeeTiming",
                table: "Cohorts");

            migrationBuilder.DropColumn(
                name: "Waiting",
                table: "Cohorts");

            migrationBuilder.DropColumn(
                name: "HoldsPlace",
                table: "Applications");

            migrationBuilder.AlterColumn<DateOnly>(
                name: "DueOn",
                table: "RepeatSubmissions",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1),
                oldClrType: typeof(DateOnly),
                oldType: "date",
                oldNullable: true);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "DueOn",
                table: "Applications",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1),
                oldClrType: typeof(DateOnly),
                oldType: "date",
                oldNullable: true);
        }
    }
}
