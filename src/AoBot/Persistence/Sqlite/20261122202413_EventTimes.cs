using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AoBot.Persistence.Sqlite
{
    /// <inheritdoc />
    public partial class EventTimes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "StartsAt",
                table: "Events",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Zone",
                table: "Events",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "StartsAt",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "Zone",
                table: "Events");
        }
    }
}
