using System.Net;
using System.Text.Json;
using AoBot.Slack.Blocks;
using AoBot.Tests.Host;

namespace AoBot.Tests.Door;

/// <summary>Staff change the roster in Slack.</summary>
public sealed class RosterWindowTests : FrontDoorTest
{
    private const string Anna = "anna.secret@example.org";
    private const string Header = "key,name,folders,cadence,start,end,paused,contacts,zone,staff_owner,ecosystem,github,area,links,note,budget";
    private const string Rust = "rust,Rust <!channel> & *Co*,2024/Rust,monthly,2022-12-01,,,anna.secret@example.org;U0000BERT,America/New_York,U0000STAF,Rust,rust-lang,staffing;audits,https://github.com/rust-lang,a note,\"1,000\"";

    protected override void Prepare()
    {
        Workspace.Secrets.Add(Anna);
        // Contacts are asked about after the start, whenever that is; here nobody is known by name.
        Slack.AnswerAlways("users.info", RecordedSlack.Error("user_not_visible"));
    }

    [Fact]
    public async Task An_engagement_is_added_in_a_window_once()
    {
        await Bot.Opens("/ao engagement new");
        var window = (await Window())
            .Type("name", " Fictional & <!here> Foundation ")
            .Type("folders", "2024/fictional\nfictional-old")
            .Choose("cadence", "two-monthly")
            .Type("start", "2024-05")
            .Pick("contacts", "U0000BERT", "U0000ANNA")
            .Type("other_contacts", Anna)
            .Type("zone", "Europe/Berlin")
            .PickOne("staff_owner", Workspace.Staff)
            .Check("area", "audits")
            .Type("links", "https://github.com/fictional");

        Assert.Equal("", await Submit(window));
        Assert.Equal("", await Submit(window));

        Assert.Equal(
            "key,name,folders,cadence,start,end,paused,contacts,zone,staff_owner,area,links\r\n" +
            $"fictional-here-foundation,Fictional & <!here> Foundation,2024/fictional;fictional-old,two-monthly,2024-05-01,,,U0000BERT;U0000ANNA;{Anna},Europe/Berlin,U0000STAF,audits,https://github.com/fictional\r\n",
            await Export());
        Assert.Equal([$"{Workspace.Staff} roster.add fictional-here-foundation: Fictional & <!here> Foundation, from 2024-05-01, two-monthly, 2 folders, 3 contacts"], await Audit());
        var shown = await Bot.AsStaff("/ao engagement fictional");
        Assert.Contains("since Wednesday, May 1, updates every two months", shown.Everything, StringComparison.Ordinal);
        Assert.Contains("Contacts: U0000BERT, U0000ANNA and an e-mail address", shown.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_nothing_is_changed()
    {
        await Import();
        await Bot.Opens("/ao engagement new");
        var window = (await Window())
            .Type("name", "Rust")
            .Type("key", "RUST")
            .Type("folders", "Rust")
            .Type("start", "2024-13")
            .Type("zone", "Mars")
            .Type("other_contacts", "anna")
            .Type("note", $"write to {Anna}")
            .Type("links", "ftp://example.org");
        var content = await Workspace.Content();

        var errors = Errors(await Submit(window));

        Assert.Equal(["links", "note", "other_contacts", "start", "zone"], errors.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Anna, string.Concat(errors.Values), StringComparison.Ordinal);
        var mended = window.By(Workspace.Staff).Type("start", "2024-01").Type("zone", "UTC").Type("other_contacts", "").Type("note", "").Type("links", "");
        Assert.Equal(["folders", "key"], Errors(await Submit(mended)).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(content, await Workspace.Content());
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_changes_nothing_and_addresses_are_never_shown()
    {
        await Import();
        await Bot.Opens("/ao engagement edit rust");
        var opened = await Slack.Next("views.open");
        Assert.DoesNotContain("@", opened.Body, StringComparison.Ordinal);
        Assert.Contains("address 1", opened.Body, StringComparison.Ordinal);

        Assert.Equal("", await Submit(WindowSubmission.Of(opened)));

        Assert.Equal($"{Header}\n{Rust}\n", await Export());
        Assert.Single(await Audit());
    }

    [Fact]
    public async Task An_edit_changes_what_was_edited_once_with_one_row_of_the_audit()
    {
        await Import();
        await Bot.Opens("/ao engagement edit rust");
        var window = (await Window()).Type("name", "Rust Foundation").Choose("cadence", "quarterly").Type("end", "2024-12").Type("paused", "2024-07\n2024-09-01..").Pick("contacts", "U0000ANNA").Type("other_contacts", "address 1\nU0000BERT");

        Assert.Equal("", await Submit(window));
        Assert.Equal("", await Submit(window));

        Assert.Equal(
            $"{Header}\n" + "rust,Rust Foundation,2024/Rust,quarterly,2022-12-01,2024-12-31,2024-07-01..2024-07-31;2024-09-01..,U0000ANNA;anna.secret@example.org;U0000BERT,America/New_York,U0000STAF,Rust,rust-lang,staffing;audits,https://github.com/rust-lang,a note,\"1,000\"\n",
            await Export());
        Assert.Equal(
            $"{Workspace.Staff} roster.end rust: name Rust <!channel> & *Co* → Rust Foundation; cadence monthly → quarterly; end blank → 2024-12-31; paused blank → 2024-07-01..2024-07-31;2024-09-01..; contacts an e-mail address, U0000BERT → U0000ANNA, an e-mail address, U0000BERT",
            (await Audit())[^1]);
        Assert.Equal(2, (await Audit()).Count);
    }

    [Fact]
    public async Task Somebody_whom_Slack_does_not_know_stays_until_somebody_else_is_chosen()
    {
        await Import(Rust.Replace(Workspace.Staff, "U0000UNKN", StringComparison.Ordinal));
        Assert.Contains("U0000UNKN", (await Again("edit")).Json, StringComparison.Ordinal);
        Assert.Equal("", await Submit((await Again("edit")).Type("note", "new")));
        Assert.Contains(",U0000UNKN,", await Export(), StringComparison.Ordinal);

        Assert.Equal("", await Submit((await Again("edit")).PickOne("other_staff_owner", Workspace.Staff)));

        Assert.Contains($",{Workspace.Staff},", await Export(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_does_nothing_even_after_somebody_took_the_change_back()
    {
        await Import();
        await Bot.Opens("/ao engagement edit rust");
        var window = (await Window()).Type("note", "other");
        await Submit(window);
        await Bot.Opens("/ao engagement edit rust");
        await Submit((await Window()).Type("note", "a note"));

        Assert.Equal("", await Submit(window));

        Assert.Equal($"{Header}\n{Rust}\n", await Export());
        Assert.Equal(3, (await Audit()).Count);
    }

    [Fact]
    public async Task Who_was_overtaken_is_told_and_overwrites_nothing()
    {
        await Import();
        await Bot.Opens("/ao engagement edit rust");
        var slow = (await Window()).Type("note", "slow");
        await Bot.Opens("/ao engagement pause rust");
        Assert.Equal("", await Submit((await Window()).Date("from", "2024-08-01").Date("to", "2024-08-31")));

        var errors = Errors(await Submit(slow));

        Assert.StartsWith("Somebody changed this engagement while the window was open.", errors["name"], StringComparison.Ordinal);
        Assert.Contains(",2024-08-01..2024-08-31,", await Export(), StringComparison.Ordinal);
        Assert.DoesNotContain("slow", await Export(), StringComparison.Ordinal);

        await Workspace.Execute("DELETE FROM Roster");
        Assert.StartsWith("This engagement was taken out of the roster", Errors(await Submit(slow.By(Workspace.Staff)))["name"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_has_its_days_in_order_and_apart_from_others()
    {
        await Import();
        await Bot.Opens("/ao engagement pause rust");
        var window = (await Window()).Date("from", "2024-08-10").Date("to", "2024-08-01");
        Assert.Equal(["to"], Errors(await Submit(window)).Keys);

        Assert.Equal("", await Submit(window.By(Workspace.Staff).Date("to", null)));

        Assert.Contains(",2024-08-10..,", await Export(), StringComparison.Ordinal);
        await Bot.Opens("/ao engagement pause rust");
        Assert.Contains("paused on some of these days", Errors(await Submit((await Window()).Date("from", "2025-01-01")))["from"], StringComparison.Ordinal);
        Assert.Equal(["from"], Errors(await Submit((await Again("pause")).Date("from", null))).Keys);
    }

    [Fact]
    public async Task An_end_is_a_day_that_is_not_before_the_start()
    {
        await Import();
        await Bot.Opens("/ao engagement end rust");
        var window = (await Window()).Date("end", "2020-01-01");
        Assert.Contains("before start", Errors(await Submit(window))["end"], StringComparison.Ordinal);

        Assert.Equal("", await Submit(window.By(Workspace.Staff).Date("end", "2024-06-30")));

        Assert.Contains(",2022-12-01,2024-06-30,", await Export(), StringComparison.Ordinal);
        Assert.Equal($"{Workspace.Staff} roster.end rust: end blank → 2024-06-30", (await Audit())[^1]);
    }

    [Theory]
    [InlineData("new")]
    [InlineData("edit rust")]
    [InlineData("pause rust")]
    [InlineData("end rust")]
    public async Task Only_staff_get_a_window_and_only_staff_can_submit_one(string change)
    {
        await Import();
        Assert.StartsWith("The fund's staff change engagements", (await Bot.Command($"/ao engagement {change}")).Text, StringComparison.Ordinal);
        await Bot.Opens($"/ao engagement {change}");
        var opened = await Slack.Next("views.open");
        var content = await Workspace.Content();

        var answer = await Submit(WindowSubmission.Of(opened, Workspace.Member));

        Assert.Contains("Only the fund's staff can change engagements", answer, StringComparison.Ordinal);
        Assert.Equal("update", JsonDocument.Parse(answer).RootElement.GetProperty("response_action").GetString());
        Assert.Equal(content, await Workspace.Content());
    }

    [Fact]
    public async Task In_a_channel_nobody_gets_a_window()
    {
        await Bot.Event(SlackEventJson.Mention("<@U0000BOT1> engagement new", user: Workspace.Staff));

        Assert.StartsWith("The fund's staff change engagements", (await Slack.Next("chat.postMessage"))["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_buttons_below_an_engagement_open_its_windows_for_staff()
    {
        await Import();
        Assert.DoesNotContain((await Bot.Command("/ao engagement rust")).Buttons, b => b.GetProperty("value").GetString()!.Contains("edit", StringComparison.Ordinal));
        var answer = await Bot.AsStaff("/ao engagement rust foundation");

        foreach (var button in answer.Buttons.Where(b => b.GetProperty("action_id").GetString()!.StartsWith("ask.", StringComparison.Ordinal)))
        {
            var press = new ButtonPress(button.GetProperty("action_id").GetString()!, button.GetProperty("value").GetString()!) { User = Workspace.Staff };
            await Bot.Press(press);
            var opened = await Slack.Next("views.open");
            Assert.Equal(press.TriggerId, opened["trigger_id"]);
            Assert.Equal("", await Submit(WindowSubmission.Of(opened)));
        }

        Assert.Equal(0, Slack.Waiting(RecordedSlack.ResponseUrl));
    }

    [Fact]
    public async Task A_window_that_Slack_does_not_open_is_said_not_to_have_opened()
    {
        Slack.Answer("views.open", RecordedSlack.Error("expired_trigger_id"));
        Assert.Equal("Slack did not open the window in time. Please try again.", (await Bot.AsStaff("/ao engagement new")).Text);
        await Slack.Next("views.open");

        Slack.Answer("views.open", RecordedSlack.Error("expired_trigger_id"));
        await Bot.Press(new ButtonPress("ask.engagement.1", "engagement new") { User = Workspace.Staff });
        await Slack.Next("views.open");
        Assert.Equal("Slack did not open the window in time. Please try again.", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text);
    }

    [Theory]
    [InlineData("edit")]
    [InlineData("pause")]
    [InlineData("end")]
    public async Task A_change_without_a_name_asks_for_it(string change)
    {
        Assert.Contains($"/ao engagement {change} homebrew", (await Bot.AsStaff($"/ao engagement {change}")).Text, StringComparison.Ordinal);
        Assert.Contains("staff change engagements", (await Bot.Command($"/ao engagement {change}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engagement_that_only_reports_name_is_added_under_its_name()
    {
        Assert.Contains("not in the roster yet", (await Bot.AsStaff("/ao engagement pause homebrew")).Text, StringComparison.Ordinal);
        await Bot.Opens("/ao engagement edit homebrew");
        var window = await Window();
        Assert.Contains("key", window.Fields);
        Assert.Contains("Homebrew", window.Json, StringComparison.Ordinal);
        var before = await Workspace.Scalar<long>("SELECT count(*) FROM Engagements");

        Assert.Equal("", await Submit(window));

        Assert.Equal(before, await Workspace.Scalar<long>("SELECT count(*) FROM Engagements"));
    }

    [Theory]
    [InlineData("""{"Key":5,"Version":null}""")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task A_window_that_is_not_ours_changes_nothing(string metadata)
    {
        await Bot.Opens("/ao engagement new");
        var opened = await Slack.Next("views.open");
        var content = await Workspace.Content();
        var body = WindowSubmission.Of(opened).Type("name", "X").Request();
        var forged = SlackRequestWith(body, metadata);

        var (status, answer) = await Bot.Send(forged);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Nothing was changed", answer, StringComparison.Ordinal);
        Assert.Equal(content, await Workspace.Content());
    }

    private static AoBot.Slack.Tests.SlackRequest SlackRequestWith(AoBot.Slack.Tests.SlackRequest request, string metadata)
    {
        var form = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(System.Text.Encoding.UTF8.GetString(request.Body));
        var payload = System.Text.Json.Nodes.JsonNode.Parse(form["payload"].ToString())!;
        payload["view"]!["private_metadata"] = metadata;
        return AoBot.Slack.Tests.SlackRequest.Interaction(payload.ToJsonString());
    }

    private async Task<WindowSubmission> Window()
    {
        var opened = await Slack.Next("views.open");
        Assert.Empty(BlockValidator.Check(SlackJson.ReadView(opened["view"])));
        return WindowSubmission.Of(opened);
    }

    private async Task<WindowSubmission> Again(string change)
    {
        await Bot.Opens($"/ao engagement {change} rust");
        return await Window();
    }

    private async Task<string> Submit(WindowSubmission window)
    {
        var (status, body) = await Bot.Send(window.Request());
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain("went wrong", body, StringComparison.Ordinal);
        return body;
    }

    private static Dictionary<string, string> Errors(string body)
    {
        var answer = JsonDocument.Parse(body).RootElement;
        Assert.Equal("errors", answer.GetProperty("response_action").GetString());
        return answer.GetProperty("errors").EnumerateObject().ToDictionary(e => e.Name, e => e.Value.GetString()!, StringComparer.Ordinal);
    }

    private async Task Import(string row = Rust)
    {
        var file = Path.Combine(Workspace.Folder, "roster.csv");
        await File.WriteAllTextAsync(file, $"{Header}\n{row}\n");
        Assert.Equal(0, (await Workspace.Run("import", file)).Code);
    }

    private async Task<string> Export() => (await Workspace.Run("export", "roster")).Output;

    private async Task<IReadOnlyList<string>> Audit()
    {
        await using var db = await Bot.Database();
        return [.. db.Audit.Where(a => a.Action.StartsWith("roster.")).OrderBy(a => a.Id).AsEnumerable().Select(a => $"{a.Actor} {a.Action} {a.Subject}: {a.Detail}")];
    }
}
