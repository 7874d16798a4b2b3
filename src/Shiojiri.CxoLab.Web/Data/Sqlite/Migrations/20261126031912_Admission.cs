using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shiojiri.CxoLab.Web.Data.Sqlite.Migrations
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
                type: "TEXT",
                maxLength: 2400,
                nullable: true);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "DueOn",
                table: "RepeatSubmissions",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "TEXT");

            migrationBuilder.AddColumn<bool>(
                name: "IsWaiting",
                table: "RepeatSubmissions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "AdmissionMode",
                table: "Cohorts",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "FirstCome");

            migrationBuilder.AddColumn<DateOnly>(
                name: "AnswersOn",
                table: "Cohorts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ConfirmsWhenPaid",
                table: "Cohorts",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "FeeTiming",
                table: "Cohorts",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "OnApplying");

            migrationBuilder.AddColumn<int>(
                name: "Waiting",
                table: "Cohorts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "DueOn",
                table: "Applications",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "TEXT");

            migrationBuilder.AddColumn<bool>(
                name: "HoldsPlace",
                table: "Applications",
                type: "INTEGER",
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
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1),
                oldClrType: typeof(DateOnly),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "DueOn",
                table: "Applications",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1),
                oldClrType: typeof(DateOnly),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
