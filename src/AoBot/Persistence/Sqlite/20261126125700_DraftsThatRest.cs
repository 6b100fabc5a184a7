using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AoBot.Persistence.Sqlite
{
    /// <inheritdoc />
    public partial class DraftsThatRest : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Updated",
                table: "RepositoryPullRequests",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Updated",
                table: "RepositoryPullRequests");
        }
    }
}
