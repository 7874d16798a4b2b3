using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shiojiri.CxoLab.Web.Data.Sqlite.Migrations
{
    /// <summary>The one stamp, and cohorts that are there already are public.</summary>
    public partial class FillSettingsAndContent : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("INSERT INTO SiteStamps (Id, Value) VALUES (1, '0A3C53A0-8D64-4B5E-9B8E-2F0F0A5F6D01')");
            migrationBuilder.Sql("UPDATE Cohorts SET PublishedUtc = '1970-01-01 00:00:00'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DELETE FROM SiteStamps");
    }
}
