using AoBot.CommandLine;
using AoBot.Engagements;
using AoBot.Events;
using AoBot.Slack.Tests;
using AoBot.Tests.Host;
using AoBot.Tests.Updates;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Events;

/// <summary>Afterwards: the host records who came and what came of it, and those who came are thanked once.</summary>
public sealed class AttendanceTests : GatheringTest
{
    private const string Notes = "https://openssf.org/notes";

    [Theory]
    [InlineData("attendance")]
    [InlineData("csv")]
    public async Task Before_one_was_held_there_is_nothing_to_record(string verb) =>
        Assert.Equal("No roundtable was held yet, so there is nothing to record or to list. /ao roundtable shows what comes.", (await Bot.AsStaff($"/ao roundtable {verb}")).Text);

    [Fact]
    public async Task The_host_is_asked_once_when_it_is_over_and_ticked_is_who_said_yes()
    {
        var id = await Over();
        var asked = Assert.Single(await Posted());
        Assert.Equal(Organizer, asked.Key);
        Assert.Equal($"Roundtable of Thursday, July 25 is over. Who came, and what came of it? /ao roundtable attendance {id}", asked.Value["text"]);

        await Bot.Press(new ButtonPress("ask.roundtable.1", asked.Value.Spoken.Buttons.Single().GetProperty("value").GetString()!) { User = Organizer });
        var window = WindowSubmission.Of(await Slack.Next("views.open"));
        Assert.Equal(["came0", "outcome", "outcome_link", "notes"], window.Fields);
        await Saved(window);
        Assert.Equal([Birch], (await Read(id)).Invitees.Where(i => i.HasCome == true).Select(i => i.SlackId));
        await Works();
        Assert.Equal([Birch], (await Posted()).Keys);
        await To("2024-07-25 23:00");
        Assert.Empty(await Posted());
    }

    [Fact]
    public async Task Who_came_is_thanked_once_and_what_came_of_it_is_kept()
    {
        var id = await Over();
        await Posted();
        var came = await Task.WhenAll(InviteeId(id, Birch), InviteeId(id, Fira));
        await Saved((await Window("/ao roundtable attendance")).Check("came0", came).Choose("outcome", "JointPublication").Type("outcome_link", "https://openssf.org/paper").Type("notes", Notes));
        await Works();

        var thanked = await Posted();
        Assert.Equal([Birch, Fira], thanked.Keys);
        Assert.Equal($"Thank you for coming to Roundtable on Thursday, July 25. The notes: {Notes}", thanked[Fira]["text"]);
        var kept = await Read(id);
        Assert.Equal((GatheringOutcome.JointPublication, "https://openssf.org/paper", Notes), (kept.Outcome, kept.OutcomeLink, kept.NotesLink));

        // Recorded anew: who was forgotten is thanked, too, and nobody twice.
        await Saved((await Window($"/ao roundtable attendance {id}")).Check("came0", [.. came, await InviteeId(id, Alda)]));
        await Works();
        Assert.Equal([Alda], (await Posted()).Keys);
        Assert.Equal(2, await Workspace.Scalar<int>("SELECT COUNT(*) FROM Audit WHERE Action = 'gathering.attendance'"));
    }

    [Fact]
    public async Task Only_the_host_and_staff_record_and_only_once_it_has_begun()
    {
        var id = await Invited();
        Assert.Contains("once it has begun", await Submit(await Window($"/ao roundtable attendance {id}")), StringComparison.Ordinal);

        await To("2024-07-25 11:00");
        await Posted();
        Assert.Contains("Only its host and the fund's staff", await Submit((await Window($"/ao roundtable attendance {id}")).By(Birch)), StringComparison.Ordinal);
        Assert.Equal("This is no web address. Write it whole, beginning with https://", Errors(await Submit((await Window($"/ao roundtable attendance {id}")).Type("notes", "in the wiki")))["notes"]);
        Assert.Null((await Read(id)).RecordedAt);
    }

    [Fact]
    public async Task A_host_who_is_not_of_staff_records_the_last_one_also_while_another_is_coming()
    {
        var id = await NewRoundtable(w => w.PickOne("host", Bert).Type("repeats", "quarterly"));
        await To("2024-07-25 11:00");
        await Taken("chat.postMessage");

        await Bot.Send(SlackRequest.Command("/ao", "roundtable attendance", ("user_id", Bert)));
        Assert.Contains("of Thursday, July 25", WindowSubmission.Of(await Slack.Next("views.open"), Bert).Json, StringComparison.Ordinal);
        Assert.Equal(id, await LastId());
    }

    [Fact]
    public async Task What_came_of_it_is_evidence_of_the_key_result_about_roundtables()
    {
        await Bot.Services.GetRequiredService<RosterRegister>().Change("operator", triggerId: null, _ => new RosterEdit.To(Partners.Roster with { Rows = [.. Partners.Roster.Rows.Select(r => r with { Ecosystem = r.Key == "alder" ? "Fictional Rust" : "Fictional Python" })] }, Key: null), CancellationToken.None);
        Assert.Contains("Roundtables: none was held so far.", (await Bot.Command("/ao kr 1.4")).Text, StringComparison.Ordinal);
        var id = await Over();
        await Posted();
        Assert.Contains("Roundtables: none was held so far.", (await Bot.AsStaff("/ao kr 1.4")).Text, StringComparison.Ordinal);

        await Saved((await Window("/ao roundtable attendance")).Check("came0", await InviteeId(id, Birch), await InviteeId(id, Alda)).Choose("outcome", "NewProject").Type("outcome_link", "https://openssf.org/new"));

        var shown = await Bot.AsStaff("/ao kr 1.4");
        Assert.Contains("Roundtables: Q3: 1 held; 2 of 5 ecosystems (Fictional Python and Fictional Rust); a new project came of Thursday, July 25: https://openssf.org/new.", shown.Text, StringComparison.Ordinal);
        Assert.Contains("https://openssf.org/new|a new project came of Thursday, July 25", shown.Json.GetRawText(), StringComparison.Ordinal);
        var asPublic = await Bot.Command("/ao kr 1.4");
        Assert.Contains("Roundtables: Q3: 1 held.", asPublic.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ecosystems (", asPublic.Json.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("openssf.org/new", asPublic.Json.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Roundtables:", (await Bot.AsStaff("/ao kr 1.1")).Text, StringComparison.Ordinal);
        await Works();
        await Posted();
    }

    [Fact]
    public async Task Invitees_answers_and_attendance_are_a_table_for_host_and_staff()
    {
        Assert.Equal((AoBotCommandLine.BadInput, "There is no roundtable yet, so there is nothing to export.\n"), ((await Workspace.Run("export", "roundtables")).Code, (await Workspace.Run("export", "roundtables")).Errors.ReplaceLineEndings("\n")));
        var id = await Invited();
        await Press(Birch, RsvpAction.Going, id);
        await Press(Bert, RsvpAction.Maybe, id);
        await Bot.Press(PressOf(Birch, "note", id));
        await Saved(WindowSubmission.Of(await Slack.Next("views.open"), Birch).Type("note", "=HYPERLINK(\"https://example.org\"), and more"));
        await To("2024-07-25 11:00");
        await Posted();
        await Saved((await Window("/ao roundtable attendance")).Check("came0", await InviteeId(id, Birch)).Choose("outcome", "JointPublication"));

        var asked = (await Bot.AsStaff($"/ao roundtable csv {id}")).Text;
        var written = (await Workspace.Run("export", "roundtables")).Output;

        Assert.Equal(written.Trim(), asked.Trim());
        var table = Csv.Read(written).Records;
        Assert.Equal(["roundtable", "title", "day", "starts", "cancelled", "person"], table[0].Cells.Take(6));
        Assert.Equal(1 + (await Read(id)).Invitees.Count, table.Count);
        var cells = table[0].Cells.Zip(table.Single(r => r.Cells[6] == Birch).Cells).ToDictionary(c => c.First, c => c.Second);
        Assert.Equal(
            ("2024-07-25", "2024-07-25T14:00:00Z", "birch", "going", "yes", "'=HYPERLINK(\"https://example.org\"), and more", "yes", "a joint publication"),
            (cells["day"], cells["starts"], cells["partner"], cells["answer"], cells["place"], cells["note"], cells["came"], cells["outcome"]));
        Assert.StartsWith("Only the fund's staff can change roundtables.", (await Bot.Command($"/ao roundtable csv {id}", Birch)).Text, StringComparison.Ordinal);
        Assert.Equal("There is no roundtable of the number 99. Without --number, all are written.", (await Workspace.Run("export", "roundtables", "--number", "99")).Errors.Trim());
        await Works();
        await Posted();
    }

    /// <summary>One said yes, and it is over.</summary>
    private async Task<int> Over()
    {
        var id = await Invited();
        await Press(Birch, RsvpAction.Going, id);
        await To("2024-07-25 10:30");
        await Posted();
        await To("2024-07-25 11:00");
        return id;
    }

    private async Task<string> InviteeId(int id, string who) => $"{(await Read(id)).Invitees.First(i => i.SlackId == who).Id}";
}
