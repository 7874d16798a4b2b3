using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shiojiri.CxoLab.Web.Data.SqlServer.Migrations
{
    /// <summary>Steps on the programme's way are a kind of their own.</summary>
    public partial class FillMilestones : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("UPDATE ContentItems SET Kind = 'Milestone' WHERE [Key] LIKE 'program-history-%'");

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("UPDATE ContentItems SET Kind = 'Titled' WHERE [Key] LIKE 'program-history-%'");
    }
}
