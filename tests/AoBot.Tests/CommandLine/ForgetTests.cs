using System.Text;
using AoBot.CommandLine;
using AoBot.Conversations;
using AoBot.Tests.Host;

namespace AoBot.Tests.CommandLine;

/// <summary><c>forget PERSON</c>.</summary>
public sealed class ForgetTests : FrontDoorTest
{
    private const string Id = "U0000GONE";
    private const string Mail = "gone.person@example.org";
    private const string Roster =
        $"key,name,folders,cadence,start,end,paused,contacts,zone,staff_owner,note,invoices\n" +
        $"a,A,a,,,,,{Id};{Mail};U0000GONER,,{Id},asked {Id} on Friday,\"[\"\"{Mail}\"\"]\"\n" +
        $"b,B,b,,,,,begone.person@example.org;Gone.Person@Example.org,,,,\"{Mail}, {Mail}.uk\"\n";

    [Fact]
    public async Task A_Slack_id_is_gone_from_every_table_and_every_byte_of_the_file()
    {
        await Fill();
        await Bot.Stop();

        var ran = await Workspace.Run("forget", Id);

        Assert.Equal((AoBotCommandLine.Good, ""), (ran.Code, ran.Errors));
        Assert.Contains("1 row of Roster", ran.Output, StringComparison.Ordinal);
        Assert.Contains("1 row of SharedAnswers", ran.Output, StringComparison.Ordinal);
        Assert.Contains("1 row of People", ran.Output, StringComparison.Ordinal);
        Assert.Contains("1 row of Inbox", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Id, (await Bytes()).Replace("U0000GONER", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(
            "key,name,folders,cadence,start,end,paused,contacts,zone,staff_owner,note,invoices\n" +
            $"a,A,a,,,,,a former contact;{Mail};U0000GONER,,a former contact,asked a former contact on Friday,\"[\"\"{Mail}\"\"]\"\n",
            (await Workspace.Run("export", "roster")).Output.Split("b,B")[0]);
        Assert.Contains("a former contact", await Workspace.Scalar<string>("SELECT Payload FROM Inbox"), StringComparison.Ordinal);
        Assert.Equal("a former contact", await Workspace.Scalar<string>("SELECT SharedBy FROM SharedAnswers"));
    }

    [Fact]
    public async Task An_address_is_gone_in_any_case_and_those_of_others_stay()
    {
        await Fill();
        await Bot.Stop();

        var ran = await Workspace.Run("forget", "GONE.person@example.org");

        Assert.Equal(AoBotCommandLine.Good, ran.Code);
        Assert.Contains("2 rows of Roster", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Mail, ran.All, StringComparison.OrdinalIgnoreCase);
        var roster = (await Workspace.Run("export", "roster")).Output;
        Assert.Contains($"{Id};a former contact;U0000GONER", roster, StringComparison.Ordinal);
        Assert.Contains("\"[\"\"a former contact\"\"]\"", roster, StringComparison.Ordinal);
        Assert.Contains("begone.person@example.org;a former contact,,,,\"a former contact, gone.person@example.org.uk\"", roster, StringComparison.Ordinal);
        var bytes = await Bytes();
        Assert.DoesNotContain(Mail, bytes.Replace("begone.person@example.org", "", StringComparison.Ordinal).Replace(Mail + ".uk", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Twice_is_as_once_and_the_audit_says_that_somebody_was_forgotten_and_not_who()
    {
        await Fill();
        await Workspace.Run("forget", Id);
        var content = await Workspace.Content();

        var ran = await Workspace.Run("forget", Id);

        Assert.Equal(AoBotCommandLine.Good, ran.Code);
        Assert.StartsWith("Nothing is known of this person.", ran.Output, StringComparison.Ordinal);
        Assert.Equal(content, await Workspace.Content());
        Assert.Equal("operator a former contact", await Workspace.Scalar<string>("SELECT Actor || ' ' || Subject FROM Audit WHERE Action = 'forget'"));
    }

    [Fact]
    public async Task Who_was_forgotten_can_be_imported_and_exported_like_anybody()
    {
        await Fill();
        await Workspace.Run("forget", Id);
        await Workspace.Run("forget", Mail);
        var exported = (await Workspace.Run("export", "roster")).Output;

        var ran = await Import(exported);

        Assert.Equal("The roster has 2 engagements. Nothing changes.", ran.Output.TrimEnd());
    }

    [Fact]
    public async Task A_running_bot_forgets_with_it()
    {
        await Fill();

        Assert.Equal(AoBotCommandLine.Good, (await Workspace.Run("forget", Id)).Code);

        Assert.NotEmpty((await Bot.Command("/ao engagement a")).Text);
    }

    [Fact]
    public async Task Who_is_staff_by_the_settings_is_said_to_come_back()
    {
        Assert.Contains("Program:StaffUserIds still names them", (await Workspace.Run("forget", Workspace.Staff)).Output, StringComparison.Ordinal);
    }

    private async Task Fill()
    {
        Assert.Equal(AoBotCommandLine.Good, (await Import(Roster)).Code);
        await Bot.Press(new ButtonPress(Sharing.ActionId, "next") { User = Id });
        await Slack.Next(RecordedSlack.ResponseUrl);
        await Patience.Until(async () => await Workspace.Scalar<int>("SELECT count(*) FROM SharedAnswers WHERE SentAt IS NOT NULL") == 1, "the share is kept as sent");
        await Bot.Event(SlackEventJson.Mention($"<@U0000BOT1> status\n{Id} says", user: Id));
        await Slack.Next("chat.postMessage");
        await Bot.InboxIsEmpty();
        await Bot.NothingIsBeingSent();
    }

    private async Task<CommandResult> Import(string csv)
    {
        var file = Path.Combine(Workspace.Folder, "roster.csv");
        await File.WriteAllTextAsync(file, csv);
        return await Workspace.Run("import", file);
    }

    private async Task<string> Bytes()
    {
        var text = new StringBuilder();
        foreach (var file in Directory.GetFiles(Workspace.Folder, "aobot.db*"))
        {
            text.Append(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)));
        }

        return text.ToString();
    }
}
