using AoBot.Conversations;
using AoBot.Engagements;
using AoBot.People;
using AoBot.Persistence;
using AoBot.Slack.Blocks;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AoBot.Tests.Rendering;

/// <summary>The windows and messages of the roster: valid for Slack, and word for word what was reviewed.</summary>
public sealed class RosterSnapshotTests
{
    private static readonly LocalDate Today = new(2024, 6, 28);

    private static readonly RosterRow Row = new()
    {
        Key = "fictional",
        Name = "Fictional <!here> & *Sons*",
        Folders = [new RosterFolder(2023, "fictional"), new RosterFolder(null, "Fictional Sons")],
        Cadence = Cadence.TwoMonthly,
        Start = new LocalDate(2023, 3, 1),
        End = new LocalDate(2024, 12, 31),
        Paused = [new RosterPause(new(2024, 1, 1), new(2024, 1, 31)), new RosterPause(new(2024, 8, 1), null)],
        Contacts = ["ann@example.org", "U0000BERT", "U0000GONE", Person.Former],
        Zone = "Europe/Berlin",
        StaffOwner = "U0000STAF",
        Ecosystem = "Fiction",
        GitHub = "fictional",
        Areas = [FocusArea.Audits, FocusArea.Staffing],
        Links = ["https://example.org/fictional"],
        Note = "They write in summer, too.",
    };

    [Fact]
    public void The_windows_read_as_reviewed()
    {
        var known = new HashSet<string>(StringComparer.Ordinal) { "U0000BERT", "U0000STAF" };
        Check("engagement-new-window", EngagementEditView.New("", new HashSet<string>()));
        Check("engagement-edit-window", EngagementEditView.Edit(Row, known));
        Check("engagement-pause-window", EngagementPauseView.Render(Row, Today));
        Check("engagement-end-window", EngagementEndView.Render(Row, Today));
    }

    [Fact]
    public void A_row_as_long_as_the_file_allows_still_fits_its_windows()
    {
        var longest = Row with
        {
            Key = new string('k', 100),
            Name = $"N{new string('<', 149)}",
            Folders = [.. Enumerable.Range(0, 19).Select(i => new RosterFolder(2024, new string('f', 145) + i))],
            Paused = [.. Enumerable.Range(0, 130).Select(i => new RosterPause(Today.PlusDays(i), Today.PlusDays(i)))],
            Contacts = [.. Enumerable.Range(0, 10).Select(i => $"U{i:0000000}"), .. Enumerable.Range(0, 10).Select(i => $"{new string('a', 200)}{i}@example.org")],
            Links = [.. Enumerable.Range(0, 2).Select(i => $"https://example.org/{i}{new string('x', 1450)}")],
            Note = new string('&', 3000),
            Ecosystem = new string('e', 150),
            GitHub = new string('g', 150),
        };
        Assert.Empty(RosterFile.Read(RosterFile.Write(new Roster([longest], []))).Problems);
        Assert.All(
            [EngagementEditView.Edit(longest, longest.Contacts.Where(c => c[0] == 'U').ToHashSet(StringComparer.Ordinal)), EngagementEditView.Edit(longest, new HashSet<string>()), EngagementPauseView.Render(longest, Today), EngagementEndView.Render(longest, Today)],
            view => Assert.Empty(BlockValidator.Check(view)));
    }

    [Theory]
    [InlineData("engagement-of-the-roster", "engagement fictional", Audience.Public)]
    [InlineData("engagement-of-the-roster-staff", "engagement fictional", Audience.Staff)]
    [InlineData("engagement-staff", "engagement homebrew", Audience.Staff)]
    [InlineData("engagement-change-staff", "engagement edit fictional", Audience.Staff)]
    [InlineData("engagement-change", "engagement edit fictional", Audience.Public)]
    [InlineData("engagement-change-several", "engagement pause rust", Audience.Staff)]
    [InlineData("engagement-not-in-roster", "engagement end homebrew", Audience.Staff)]
    [InlineData("status-with-roster", "status", Audience.Public)]
    [InlineData("status-with-roster-staff", "status", Audience.Staff)]
    public async Task An_answer_reads_as_reviewed(string name, string words, Audience audience)
    {
        await using var desk = await Desk.At();
        await desk.Services.GetRequiredService<RosterRegister>().Change(
            "operator",
            triggerId: null,
            _ => new RosterEdit.To(new Roster([Row, .. new[] { "One", "Two", "Three", "Four", "Five" }.Select(n => new RosterRow { Key = n, Name = $"Fictional {n}", Contacts = ["only@example.org"] })], []), Key: null),
            CancellationToken.None);
        await desk.Services.GetRequiredService<WriteGate>().Write(
            db =>
            {
                db.Add(new Person { SlackId = "U0000BERT", Name = "Bert <!channel>", IsFullMember = false, RefreshedAt = Instant.FromUtc(2024, 6, 28, 0, 0) });
                db.Add(new Person { SlackId = "U0000GONE", Name = "Gwen", IsFullMember = false, IsGone = true, RefreshedAt = Instant.FromUtc(2024, 6, 28, 0, 0) });
                return Task.FromResult(true);
            },
            CancellationToken.None);

        var body = Sharing.WithButton(await desk.Ask(words, audience), words);

        Assert.Empty(BlockValidator.Check(body));
        var json = SlackJson.Serialize(body);
        Assert.DoesNotContain("@example.org", json, StringComparison.Ordinal);
        Payloads.Write(name, "message", json);
        Snapshot.Match(name, json);
    }

    private static void Check(string name, ModalView view)
    {
        Assert.Empty(BlockValidator.Check(view));
        var json = SlackJson.Serialize(view);
        Assert.DoesNotContain("@example.org", json, StringComparison.Ordinal);
        Payloads.Write(name, "view", json);
        Snapshot.Match(name, json);
    }
}
