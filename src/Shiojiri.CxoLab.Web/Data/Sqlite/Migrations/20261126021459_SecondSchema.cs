using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shiojiri.CxoLab.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SecondSchema : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A repeat of before has no number; its page was neutral and can be forgotten.
            migrationBuilder.Sql("DELETE FROM RepeatSubmissions");

            migrationBuilder.AddColumn<string>(
                name: "Key",
                table: "ReviewCriteria",
                type: "TEXT",
                maxLength: 22,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("UPDATE ReviewCriteria SET \"Key\" = lower(hex(randomblob(11)))");

            migrationBuilder.CreateTable(
                name: "IssuedNumbers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ApplicationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false)
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
                name: "IX_Tags_CohortId_Name",
                table: "Tags");

            migrationBuilder.DropIndex(
                name: "IX_RepeatSubmissions_ApplicationId",
                table: "RepeatSubmissions");

            migrationBuilder.RenameColumn(
                name: "ApplicationId",
                table: "RepeatSubmissions",
                newName: "IssuedNumberId");

            migrationBuilder.AddColumn<string>(
                name: "Key",
                table: "Tags",
                type: "TEXT",
                maxLength: 240,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DueOn",
                table: "RepeatSubmissions",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<int>(
                name: "Fee",
                table: "RepeatSubmissions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "MaskedEmail",
                table: "RepeatSubmissions",
                type: "TEXT",
                maxLength: 257,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "MaskedKana",
                table: "RepeatSubmissions",
                type: "TEXT",
                maxLength: 15,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StoppedBecause",
                table: "OutgoingMails",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CohortId",
                table: "Briefings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "NormalizedEmail",
                table: "Applications",
                type: "TEXT",
                maxLength: 254,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 254);

            migrationBuilder.AlterColumn<string>(
                name: "Email",
                table: "Applications",
                type: "TEXT",
                maxLength: 254,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 254);

            migrationBuilder.AddColumn<string>(
                name: "KanaSortKey",
                table: "Applications",
                type: "TEXT",
                maxLength: 128,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "ReceivedAmount",
                table: "Applications",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "RefundedAmount",
                table: "Applications",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SearchVersion",
                table: "Applications",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "AccessEntries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActorId = table.Column<int>(type: "INTEGER", nullable: true),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Details = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    From = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditHeads",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Seal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditHeads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Heartbeats",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Ballast = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Heartbeats", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JobLeases",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Holder = table.Column<Guid>(type: "TEXT", nullable: true),
                    UntilUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastRunUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    LastOutcome = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobLeases", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "PendingSignIns",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    Stamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ExpiresUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PendingSignIns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PendingSignIns_StaffAccounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "StaffAccounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tags_CohortId_Key",
                table: "Tags",
                columns: new[] { "CohortId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReviewCriteria_Key",
                table: "ReviewCriteria",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RepeatSubmissions_IssuedNumberId",
                table: "RepeatSubmissions",
                column: "IssuedNumberId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Briefings_CohortId",
                table: "Briefings",
                column: "CohortId");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_CohortId_KanaSortKey",
                table: "Applications",
                columns: new[] { "CohortId", "KanaSortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_AccessEntries_AtUtc",
                table: "AccessEntries",
                column: "AtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_AccessEntries_Subject_AtUtc",
                table: "AccessEntries",
                columns: new[] { "Subject", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_IssuedNumbers_ApplicationId",
                table: "IssuedNumbers",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_IssuedNumbers_Number",
                table: "IssuedNumbers",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PendingSignIns_AccountId",
                table: "PendingSignIns",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_PendingSignIns_ExpiresUtc",
                table: "PendingSignIns",
                column: "ExpiresUtc");

            migrationBuilder.CreateIndex(
                name: "IX_PendingSignIns_TokenHash",
                table: "PendingSignIns",
                column: "TokenHash",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Briefings_Cohorts_CohortId",
                table: "Briefings",
                column: "CohortId",
                principalTable: "Cohorts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

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
                name: "FK_Briefings_Cohorts_CohortId",
                table: "Briefings");

            migrationBuilder.DropForeignKey(
                name: "FK_RepeatSubmissions_IssuedNumbers_IssuedNumberId",
                table: "RepeatSubmissions");

            migrationBuilder.DropTable(
                name: "AccessEntries");

            migrationBuilder.DropTable(
                name: "AuditHeads");

            migrationBuilder.DropTable(
                name: "Heartbeats");

            migrationBuilder.DropTable(
                name: "IssuedNumbers");

            migrationBuilder.DropTable(
                name: "JobLeases");

            migrationBuilder.DropTable(
                name: "PendingSignIns");

            migrationBuilder.DropIndex(
                name: "IX_Tags_CohortId_Key",
                table: "Tags");

            migrationBuilder.DropIndex(
                name: "IX_ReviewCriteria_Key",
                table: "ReviewCriteria");

            migrationBuilder.DropIndex(
                name: "IX_RepeatSubmissions_IssuedNumberId",
                table: "RepeatSubmissions");

            migrationBuilder.DropIndex(
                name: "IX_Briefings_CohortId",
                table: "Briefings");

            migrationBuilder.DropIndex(
                name: "IX_Applications_CohortId_KanaSortKey",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "Key",
                table: "Tags");

            migrationBuilder.DropColumn(
                name: "Key",
                table: "ReviewCriteria");

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

            migrationBuilder.DropColumn(
                name: "StoppedBecause",
                table: "OutgoingMails");

            migrationBuilder.DropColumn(
                name: "CohortId",
                table: "Briefings");

            migrationBuilder.DropColumn(
                name: "KanaSortKey",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "ReceivedAmount",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "RefundedAmount",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "SearchVersion",
                table: "Applications");

            migrationBuilder.RenameColumn(
                name: "IssuedNumberId",
                table: "RepeatSubmissions",
                newName: "ApplicationId");

            migrationBuilder.AlterColumn<string>(
                name: "NormalizedEmail",
                table: "Applications",
                type: "TEXT",
                maxLength: 254,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 254,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Email",
                table: "Applications",
                type: "TEXT",
                maxLength: 254,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 254,
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tags_CohortId_Name",
                table: "Tags",
                columns: new[] { "CohortId", "Name" },
                unique: true);

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
