using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AoBot.Persistence.Sqlite
{
    /// <inheritdoc />
    public partial class NewsAndSentShares : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SharedAnswers_ChannelId_Words_SharedAt",
                table: "SharedAnswers");

            migrationBuilder.AddColumn<string>(
                name: "AnswerHash",
                table: "SharedAnswers",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SentAt",
                table: "SharedAnswers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ReportNews",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReportId = table.Column<int>(type: "INTEGER", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportNews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportNews_TacReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "TacReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SharedAnswers_ChannelId_AnswerHash_SharedAt",
                table: "SharedAnswers",
                columns: new[] { "ChannelId", "AnswerHash", "SharedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportNews_ReportId",
                table: "ReportNews",
                column: "ReportId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReportNews");

            migrationBuilder.DropIndex(
                name: "IX_SharedAnswers_ChannelId_AnswerHash_SharedAt",
                table: "SharedAnswers");

            migrationBuilder.DropColumn(
                name: "AnswerHash",
                table: "SharedAnswers");

            migrationBuilder.DropColumn(
                name: "SentAt",
                table: "SharedAnswers");

            migrationBuilder.CreateIndex(
                name: "IX_SharedAnswers_ChannelId_Words_SharedAt",
                table: "SharedAnswers",
                columns: new[] { "ChannelId", "Words", "SharedAt" });
        }
    }
}
