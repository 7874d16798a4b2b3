using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shiojiri.CxoLab.Web.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Collections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PastProjects");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PastProjects",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ArticleUrl = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Drawing = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    FiscalYear = table.Column<int>(type: "int", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Slug = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PastProjects", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PastProjects_FiscalYear_Position",
                table: "PastProjects",
                columns: new[] { "FiscalYear", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_PastProjects_Slug",
                table: "PastProjects",
                column: "Slug",
                unique: true);
        }
    }
}
