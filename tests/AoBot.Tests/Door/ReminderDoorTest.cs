using AoBot.Engagements;
using AoBot.Outbox;
using AoBot.People;
using AoBot.Reports.Reminders;
using AoBot.Slack.Tests;
using AoBot.Tests.Host;
using AoBot.Tests.Updates;
using AoBot.Updates.Reminders;
using AoBot.Updates.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Door;

/// <summary>
/// Two engagements of one contact who owe June, on Friday, June 28; nothing is sent before somebody turns reminders on. No job plans by itself: where the clock
/// is moved it could do so before the test has read the repository.
/// </summary>
public abstract class ReminderDoorTest : FrontDoorTest
{
    protected const string Substitute = "U0000BERT";
    protected const string StandIn = "U0000EVA";

    private static readonly Roster Roster = Updates.Past.Roster(
        $"birch,Fictional Birch,birch,monthly,2024-06-01,,,{Partners.Contact};{Substitute},,U0000STAF",
        $"cedar,Fictional Cedar,cedar,monthly,2024-06-01,,,{Partners.Contact},,U0000STAF");

    private protected Past Past { get; } = new();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Bot.NoJobsFromNowOn();
        Past.Lands("2024-05-01", "2024/birch/update-2024-04.md");
        await Partners.Fill(Bot.Services, Past, Roster, withSkip: false);
        await Bot.Services.GetRequiredService<ReportAnswers>().Waive("operator", "1.waived", "monthly/2024-06", "of another test", CancellationToken.None);
        await Bot.Services.GetRequiredService<PeopleDirectory>().Find(Partners.Contact, CancellationToken.None, afresh: true);
    }

    /// <summary>Before the start, as the bot then asks for them.</summary>
    protected override void Prepare()
    {
        Slack.People[Partners.Contact] = RecordedSlack.PersonJson(Partners.Contact, "Birgit");
        Slack.People[StandIn] = RecordedSlack.PersonJson(StandIn, "Eva");
    }

    protected async Task TurnOn()
    {
        await Bot.Press(ButtonPress.On(await Bot.AsStaff("/ao admin reminders on"), "reminders.choose.on") with { User = Workspace.Staff });
        Assert.StartsWith("Done: reminders are on.", (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text, StringComparison.Ordinal);
    }

    /// <summary>Monday, July 1, 9:31 in New York: the heads-up, sent and noted as sent.</summary>
    protected async Task<SlackCall> HeadsUp()
    {
        await TurnOn();
        Workspace.Clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(31));
        await Read();
        await Plan();
        var asked = await Slack.Next("chat.postMessage");
        await Patience.Until(async () => (await Notices()).Any(n => n.EndsWith(" Sent", StringComparison.Ordinal)), "it is noted as sent");
        return asked;
    }

    protected Task Read() => Bot.Services.GetRequiredService<RepositoryStore>().Save(Past.History, Partners.Facts, CancellationToken.None);

    protected async Task Plan()
    {
        await Bot.Services.GetRequiredService<ReminderPlanning>().Plan(CancellationToken.None);
        Wake();
    }

    protected void Wake() => Bot.Services.GetRequiredService<OutboxSignal>().Wake();

    protected static ButtonPress Press(SlackCall asked, string button, string partner)
    {
        var block = asked.Spoken.Blocks.First(b => b.TryGetProperty("block_id", out var id) && id.GetString()!.EndsWith($"/{partner}", StringComparison.Ordinal));
        return new ButtonPress(button, partner) { User = Partners.Contact, Channel = "D0000BIRC", BlockId = block.GetProperty("block_id").GetString()! };
    }

    protected async Task<WindowSubmission> Choose(SlackCall asked, string choice, string partner)
    {
        await Bot.Press(Press(asked, "remind.more", partner) with { Chosen = choice });
        return WindowSubmission.Of(await Slack.Next("views.open"));
    }

    protected async Task<WindowSubmission> OpenBy(string typed, string user)
    {
        await Bot.Send(SlackRequest.Command("/ao", typed["/ao ".Length..], ("user_id", user)));
        return WindowSubmission.Of(await Slack.Next("views.open"));
    }

    protected async Task<string> Submit(WindowSubmission window) => (await Bot.Send(window.Request())).Body;

    /// <param name="reasons">Whether each says why, and not only what was skipped.</param>
    /// <param name="prefix">Of the keys of those that are wanted.</param>
    protected async Task<IReadOnlyList<string>> Notices(bool reasons = false, string prefix = "")
    {
        await using var db = await Bot.Database();
        return [.. (await db.Notices.AsNoTracking().Where(n => n.Key.StartsWith(prefix)).OrderBy(n => n.Id).ToListAsync()).Select(n => $"{n.Key} {n.State}{(reasons || n.State == NoticeState.Skipped ? $" {n.Reason}" : "")}")];
    }

    protected async Task<IReadOnlyList<string>> Audit()
    {
        await using var db = await Bot.Database();
        return [.. (await db.Audit.AsNoTracking().OrderBy(a => a.Id).ToListAsync()).Select(a => $"{a.Actor} {a.Action} {a.Subject}: {a.Detail}")];
    }
}
