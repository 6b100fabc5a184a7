using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AoBot.Persistence.Sqlite
{
    /// <inheritdoc />
    public partial class GatheringReminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "DayBefore",
                table: "ReminderPreferences",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "HourBefore",
                table: "ReminderPreferences",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "DayBefore",
                table: "ReminderPreferences");

            migrationBuilder.DropColumn(
                name: "HourBefore",
                table: "ReminderPreferences");
        }
    }
}
