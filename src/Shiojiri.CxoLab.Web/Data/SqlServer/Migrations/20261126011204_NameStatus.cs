using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shiojiri.CxoLab.Web.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class NameStatus : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "Decision",
                table: "Applications",
                newName: "Status");

            // Saved views hold the address of a list.
            migrationBuilder.Sql("UPDATE SavedViews SET Query = REPLACE(Query, 'decision=', 'status=')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "Status",
                table: "Applications",
                newName: "Decision");

            migrationBuilder.Sql("UPDATE SavedViews SET Query = REPLACE(Query, 'status=', 'decision=')");
        }
    }
}
