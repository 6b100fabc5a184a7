using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AoBot.Persistence.Sqlite
{
    /// <inheritdoc />
    public partial class RepositoryOfUpdates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "LedgerAnswers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    IsUpdate = table.Column<bool>(type: "INTEGER", nullable: false),
                    Months = table.Column<string>(type: "TEXT", nullable: false),
                    AnsweredBy = table.Column<string>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerAnswers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RepositoryLandings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Commit = table.Column<string>(type: "TEXT", nullable: false),
                    Landed = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RepositoryLandings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RepositoryPullRequests",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Draft = table.Column<bool>(type: "INTEGER", nullable: false),
                    Author = table.Column<string>(type: "TEXT", nullable: false),
                    Opened = table.Column<string>(type: "TEXT", nullable: false),
                    Closed = table.Column<string>(type: "TEXT", nullable: true),
                    Merged = table.Column<string>(type: "TEXT", nullable: true),
                    Head = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RepositoryPullRequests", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "RepositoryReads",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    WebUrl = table.Column<string>(type: "TEXT", nullable: true),
                    Branch = table.Column<string>(type: "TEXT", nullable: false),
                    Stamp = table.Column<string>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<string>(type: "TEXT", nullable: true),
                    TriedAt = table.Column<string>(type: "TEXT", nullable: true),
                    Failure = table.Column<string>(type: "TEXT", nullable: true),
                    IsComplete = table.Column<bool>(type: "INTEGER", nullable: false),
                    Progress = table.Column<string>(type: "TEXT", nullable: true),
                    ReaderState = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RepositoryReads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RepositoryTexts",
                columns: table => new
                {
                    Blob = table.Column<string>(type: "TEXT", nullable: false),
                    Sections = table.Column<string>(type: "TEXT", nullable: false),
                    Also = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RepositoryTexts", x => x.Blob);
                });

            migrationBuilder.CreateTable(
                name: "UpdateSkips",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Partner = table.Column<string>(type: "TEXT", nullable: false),
                    Month = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    SkippedBy = table.Column<string>(type: "TEXT", nullable: false),
                    SkippedAt = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UpdateSkips", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RepositoryChanges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LandingId = table.Column<int>(type: "INTEGER", nullable: true),
                    PullRequestNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    PreviousPath = table.Column<string>(type: "TEXT", nullable: true),
                    Blob = table.Column<string>(type: "TEXT", nullable: true),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Written = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RepositoryChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RepositoryChanges_RepositoryLandings_LandingId",
                        column: x => x.LandingId,
                        principalTable: "RepositoryLandings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RepositoryChanges_RepositoryPullRequests_PullRequestNumber",
                        column: x => x.PullRequestNumber,
                        principalTable: "RepositoryPullRequests",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerAnswers_Path",
                table: "LedgerAnswers",
                column: "Path");

            migrationBuilder.CreateIndex(
                name: "IX_RepositoryChanges_LandingId",
                table: "RepositoryChanges",
                column: "LandingId");

            migrationBuilder.CreateIndex(
                name: "IX_RepositoryChanges_PullRequestNumber",
                table: "RepositoryChanges",
                column: "PullRequestNumber");

            migrationBuilder.CreateIndex(
                name: "IX_RepositoryLandings_Position",
                table: "RepositoryLandings",
                column: "Position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UpdateSkips_Partner_Month",
                table: "UpdateSkips",
                columns: new[] { "Partner", "Month" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LedgerAnswers");

            migrationBuilder.DropTable(
                name: "RepositoryChanges");

            migrationBuilder.DropTable(
                name: "RepositoryReads");

            migrationBuilder.DropTable(
                name: "RepositoryTexts");

            migrationBuilder.DropTable(
                name: "UpdateSkips");

            migrationBuilder.DropTable(
                name: "RepositoryLandings");

            migrationBuilder.DropTable(
                name: "RepositoryPullRequests");
        }
    }
}
