using System.Text.Json;
using AoBot.Tests.Host;
using AoBot.Tests.Updates;
using AoBot.Updates.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Door;

/// <summary>What AoBot is not sure about, and what staff say of it with one press.</summary>
public sealed class QuestionTests : FrontDoorTest
{
    private const string First = "2024/cedar/2024-05-03.md";
    private const string Second = "2024/cedar/2024-06-05.md";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Partners.Fill(Bot.Services, Partners.Past
            .Lands("2022-05-06", "2022/unknown/2022-05-03.md")
            .Lands("2024-05-03", First)
            .Lands("2024-06-05", Second)
            .Lands("2024-06-06", "2024/birches/update-2024-04.md"));
    }

    [Fact]
    public async Task Staff_read_each_question_with_what_I_think_why_and_a_link()
    {
        var asked = await Bot.AsStaff("/ao admin questions");

        Assert.StartsWith("3 questions. 2024/birches is a folder of nobody in the roster. Is it of Fictional Birch?", asked.Text, StringComparison.Ordinal);
        Assert.Contains($"{Second} of Fictional Cedar: I read it as the update for May 2024. Why I ask: a full date is the day of writing, not a month: 2024-06-05 may speak of May 2024.", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("unknown", asked.Everything, StringComparison.Ordinal);
        Assert.Contains("https://github.com/fictional/updates/tree/commit", asked.Json.GetRawText(), StringComparison.Ordinal);
        Assert.Contains($"/alpha/engagements/{Second}|{Second}>", asked.Json.GetRawText().Replace("\\u003E", ">", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Null(asked.Button("share.in_channel"));
        Assert.StartsWith("The fund's staff decide", (await Bot.Command("/ao admin questions")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Right_is_kept_once_and_holds_for_what_is_named_alike()
    {
        var press = Of("question.right", First, await Bot.AsStaff("/ao admin questions"));
        await Bot.Press(press);
        var reply = await Slack.Next(RecordedSlack.ResponseUrl);
        await Bot.Press(press);
        await Slack.Next(RecordedSlack.ResponseUrl);

        Assert.Equal("True", reply["replace_original"]);
        Assert.StartsWith("Noted: 2024-05-03.md is the update for April 2024. 1 question.", reply.Spoken.Text, StringComparison.Ordinal);
        Assert.Equal([$"U0000STAF question.answer {Past.Root}/{First}: the update for April 2024"], await Audit());
        Assert.Contains("May 2024: received", (await Bot.AsStaff("/ao update cedar")).Text, StringComparison.Ordinal);
        Assert.Contains("April 2024: received", (await Bot.AsStaff("/ao update cedar")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_answered_can_be_undone_and_is_asked_again()
    {
        await Bot.Press(Of("question.no_update", First, await Bot.AsStaff("/ao admin questions")));
        var reply = await Slack.Next(RecordedSlack.ResponseUrl);
        Assert.StartsWith("Noted: 2024-05-03.md is no update. 2 questions.", reply.Spoken.Text, StringComparison.Ordinal);

        var undo = new ButtonPress("question.undo", Undo(reply.Spoken)) { User = Workspace.Staff };
        await Bot.Press(undo);
        Assert.StartsWith($"Undone: \"no update\" of {Past.Root}/{First}. 3 questions.", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        await Bot.Press(undo);
        Assert.StartsWith("There is nothing to undo any more. 3 questions.", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await Audit()).Count);
    }

    [Fact]
    public async Task Other_months_and_another_partner_are_said_in_a_window()
    {
        await Bot.Press(Of("question.it_is", Second, await Bot.AsStaff("/ao admin questions")));
        var opened = await Slack.Next("views.open");
        var window = WindowSubmission.Of(opened);
        Assert.Contains("2024-05", window.Json, StringComparison.Ordinal);
        foreach (var (typed, field, said) in new[] { ("sometime", "typed_months", "I can't read \"sometime\" as a month."), ("2024-07", "typed_months", "July 2024 has not begun."), ("", "months", "Choose at least one month.") })
        {
            Assert.StartsWith(said, Errors(await Submit(window.By(Workspace.Staff).Check("months").Type("typed_months", typed)))[field], StringComparison.Ordinal);
        }

        var submission = window.By(Workspace.Staff).Check("months", "2024-04").Type("typed_months", "March 2024").Choose("partner", Option(opened, "Fictional Birch"));
        var view = await Submit(submission);
        Assert.Contains("Noted: 2024-06-05.md is the update for March 2024 and April 2024 of birch.", view, StringComparison.Ordinal);
        Assert.Contains("answered meanwhile", await Submit(submission), StringComparison.Ordinal);

        Assert.Contains("April 2024: received, landed Wednesday, June 5, 2024-06-05.md", (await Bot.Command("/ao update birch")).Text, StringComparison.Ordinal);
        Assert.Equal([$"U0000STAF question.answer {Past.Root}/{Second}: the update for March 2024 and April 2024 of birch"], await Audit());
    }

    [Fact]
    public async Task A_folder_is_given_to_the_partner_that_is_near_and_taken_back()
    {
        await Bot.Press(Of("question.folder", "2024/birches", await Bot.AsStaff("/ao admin questions")));
        var reply = await Slack.Next(RecordedSlack.ResponseUrl);

        Assert.StartsWith("Noted: 2024/birches is a folder of Fictional Birch. 2 questions.", reply.Spoken.Text, StringComparison.Ordinal);
        Assert.Contains("April 2024: received", (await Bot.Command("/ao update birch")).Text, StringComparison.Ordinal);
        Assert.Equal(["U0000STAF roster.change birch: folders birch → birch;2024/birches"], await Audit());

        await Bot.Press(new ButtonPress("question.undo", Undo(reply.Spoken)) { User = Workspace.Staff });
        Assert.StartsWith("Undone: 2024/birches is nobody's folder again. 3 questions.", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_given_to_another_partner_from_the_menu()
    {
        var asked = await Bot.AsStaff("/ao admin questions");
        var menu = asked.Buttons.First(b => b.GetProperty("action_id").GetString() == "question.folder_other");
        var option = menu.GetProperty("options").EnumerateArray().First(o => o.GetProperty("text").GetProperty("text").GetString() == "Fictional Fir").GetProperty("value").GetString()!;
        var block = asked.Blocks.First(b => b.TryGetProperty("elements", out var elements) && elements.EnumerateArray().Contains(menu)).GetProperty("block_id").GetString()!;

        await Bot.Press(new ButtonPress("question.folder_other", "") { User = Workspace.Staff, BlockId = block, Chosen = option });

        Assert.StartsWith("Noted: 2024/birches is a folder of Fictional Fir.", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_nobodys_is_not_asked_about_again_in_no_year()
    {
        await Bot.Press(Of("question.nobodys", "2024/birches", await Bot.AsStaff("/ao admin questions")));
        Assert.StartsWith("Noted: birches is nobody's folder. 2 questions.", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);

        await Bot.Services.GetRequiredService<RepositoryStore>().Save(Partners.Past.Lands("2024-06-20", "2025/Birches/update-2024-06.md").History, Partners.Facts, CancellationToken.None);

        Assert.StartsWith("No question is open", (await Bot.AsStaff("/ao admin questions")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("question.right", First)]
    [InlineData("question.no_update", First)]
    [InlineData("question.it_is", First)]
    [InlineData("question.folder", "2024/birches")]
    [InlineData("question.nobodys", "2024/birches")]
    public async Task Who_is_not_staff_changes_nothing(string button, string path)
    {
        var press = Of(button, path, await Bot.AsStaff("/ao admin questions"));
        var before = await Workspace.Content();

        await Bot.Press(press with { User = Partners.Contact });

        Assert.StartsWith("The fund's staff decide", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        Assert.Equal(before, await Workspace.Content());
    }

    [Fact]
    public async Task A_window_can_be_submitted_by_staff_alone()
    {
        await Bot.Press(Of("question.it_is", First, await Bot.AsStaff("/ao admin questions")));
        var window = WindowSubmission.Of(await Slack.Next("views.open"));
        var before = await Workspace.Content();

        Assert.Contains("Nothing was changed", await Submit(window.By(Partners.Contact)), StringComparison.Ordinal);
        Assert.Equal(before, await Workspace.Content());
    }

    [Theory]
    [InlineData("question.right", "no key")]
    [InlineData("question.right", "0123456789abcdef 2024-05")]
    [InlineData("question.folder", "0123456789abcdef 0123456789abcdef")]
    [InlineData("question.it_is", "")]
    [InlineData("question.undo", "x")]
    [InlineData("question.undo", "999")]
    public async Task A_press_that_fits_no_question_changes_nothing(string button, string value)
    {
        await Bot.Press(new ButtonPress(button, value) { User = Workspace.Staff });

        Assert.Matches("^(This was answered meanwhile|There is nothing to undo)", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text);
        Assert.Empty(await Audit());
    }

    [Fact]
    public async Task In_a_window_the_answer_takes_the_place_of_the_questions()
    {
        await Bot.Press(Of("question.right", First, await Bot.AsStaff("/ao admin questions")) with { View = "modal" });
        Assert.Contains("Noted: 2024-05-03.md", (await Slack.Next("views.update")).Body, StringComparison.Ordinal);

        await Bot.Press(new ButtonPress("ask.questions.1", "admin questions") { User = Workspace.Staff, View = "home" });
        Assert.Contains("question.folder", (await Slack.Next("views.open")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_most_five_are_shown_the_newest_first()
    {
        var past = Partners.Past;
        foreach (var day in Enumerable.Range(1, 8).Where(d => d != 6))
        {
            past.Lands($"2024-06-0{day}", $"2024/fir/2024-06-0{day}.md");
        }

        await Bot.Services.GetRequiredService<RepositoryStore>().Save(past.History, Partners.Facts, CancellationToken.None);
        var asked = await Bot.AsStaff("/ao admin questions");

        Assert.StartsWith("6 questions. 2024/fir/2024-06-08.md", asked.Text, StringComparison.Ordinal);
        Assert.Equal(5, asked.Buttons.Count(b => b.GetProperty("action_id").GetString() is "question.it_is" or "question.nobodys"));
        Assert.Contains("+ 1 more", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_there_is_a_roster_nothing_is_asked_and_one_is_proposed()
    {
        await Workspace.Execute("DELETE FROM Roster");
        var asked = await Bot.AsStaff("/ao admin questions");
        Assert.StartsWith("I ask nothing yet: first I need to know whom the fund works with.", asked.Text, StringComparison.Ordinal);
        Assert.Contains("export roster --propose", asked.Text, StringComparison.Ordinal);
        Assert.Contains("cedar (since Thursday, February 1)", asked.Text, StringComparison.Ordinal);

        var press = ButtonPress.On(asked, "roster.take_proposal") with { User = Workspace.Staff };
        await Bot.Press(press with { Value = "0123456789abcdef" });
        Assert.StartsWith("The repository has changed since", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        await Bot.Press(press);
        Assert.StartsWith("Noted: 9 engagements are in the roster now.", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        await Bot.Press(press);
        Assert.StartsWith("There is a roster already", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
        Assert.Equal(9, (await Audit()).Count);
    }

    private static ButtonPress Of(string button, string path, SpokenAnswer asked)
    {
        var at = asked.Blocks.Index().First(b => b.Item.GetRawText().Contains($"{path}|", StringComparison.Ordinal)).Index;
        var element = asked.Blocks[at + 1].GetProperty("elements").EnumerateArray().First(e => e.GetProperty("action_id").GetString() == button);
        return new ButtonPress(button, element.GetProperty("value").GetString()!) { User = Workspace.Staff };
    }

    private static string Undo(SpokenAnswer reply) => reply.Blocks[0].GetProperty("accessory").GetProperty("value").GetString()!;

    private static string Option(SlackCall opened, string text) =>
        JsonDocument.Parse(opened["view"]).RootElement.GetProperty("blocks").EnumerateArray().Last().GetProperty("element").GetProperty("options").EnumerateArray()
            .First(o => o.GetProperty("text").GetProperty("text").GetString() == text).GetProperty("value").GetString()!;

    private async Task<string> Submit(WindowSubmission window) => (await Bot.Send(window.Request())).Body;

    private static Dictionary<string, string> Errors(string body) => JsonDocument.Parse(body).RootElement.GetProperty("errors").Deserialize<Dictionary<string, string>>()!;

    /// <summary>What was changed by somebody of staff.</summary>
    private async Task<IReadOnlyList<string>> Audit()
    {
        await using var db = await Bot.Database();
        return [.. (await db.Audit.Where(a => a.Actor == Workspace.Staff).OrderBy(a => a.Id).ToListAsync()).Select(a => $"{a.Actor} {a.Action} {a.Subject}: {a.Detail}")];
    }
}
