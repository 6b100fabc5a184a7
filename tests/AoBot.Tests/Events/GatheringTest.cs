using System.Globalization;
using System.Net;
using System.Text.Json;
using AoBot.Engagements;
using AoBot.Events;
using AoBot.Outbox;
using AoBot.Tests.Host;
using AoBot.Tests.Updates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Tests.Events;

/// <summary>A test of gatherings among plainly fictional partners: windows, presses and messages come and go as in Slack, and the clock is moved.</summary>
public abstract class GatheringTest : FrontDoorTest
{
    protected const string Organizer = Workspace.Staff;
    protected const string Birch = Partners.Contact;
    protected const string Bert = "U0000BERT";
    protected const string Alda = Partners.OtherContact;
    protected const string Fira = "U0000FIRA";
    protected const string Stranger = Workspace.Member;
    protected const string Link = "https://openssf.org/roundtable";

    private static readonly LocalDateTimePattern Typed = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private int _presses;

    protected Instant Now => Instant.FromDateTimeOffset(Workspace.Clock.GetUtcNow());

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Bot.Services.GetRequiredService<RosterRegister>().Change("operator", triggerId: null, _ => new RosterEdit.To(Partners.Roster, Key: null), CancellationToken.None);
    }

    /// <summary>What a test did not look at must still be valid; edits are looked at where they matter.</summary>
    public override async Task DisposeAsync()
    {
        await Works();
        await Taken("chat.update");
        await base.DisposeAsync();
    }

    /// <summary>Nobody is known by name.</summary>
    protected override void Prepare() => Slack.AnswerAlways("users.info", RecordedSlack.Error("user_not_visible"));

    /// <summary>The clock goes to a time of New York, and everything that is due then is done.</summary>
    protected async Task To(string time)
    {
        var target = Typed.Parse(time).Value.InZoneStrictly(DateTimeZoneProviders.Tzdb["America/New_York"]).ToInstant();
        Assert.True(target >= Now, $"It is later than {time} already.");
        Workspace.Clock.Advance((target - Now).ToTimeSpan());
        await Works();
    }

    /// <summary>Plans what is to be planned, and waits until nothing is due.</summary>
    protected async Task Works()
    {
        await ActivatorUtilities.CreateInstance<GatheringPlanJob>(Bot.Services).Run(CancellationToken.None);
        var dispatcher = Bot.Services.GetRequiredService<OutboxDispatcher>();
        await Patience.Until(() => dispatcher.IsIdle(CancellationToken.None), "nothing is due");
    }

    /// <summary>Seconds pass once what was begun before is done, and what is due then is done, too.</summary>
    protected async Task Passes(int seconds)
    {
        await Works();
        Workspace.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await Works();
    }

    /// <summary>What was posted since the last look, by who got it, in the order of recipients; each of them once.</summary>
    protected async Task<SortedDictionary<string, SlackCall>> Posted()
    {
        var posted = new SortedDictionary<string, SlackCall>(StringComparer.Ordinal);
        foreach (var call in await Taken("chat.postMessage"))
        {
            Assert.True(posted.TryAdd(call["channel"], call), $"{call["channel"]} got more than one: {call}");
        }

        return posted;
    }

    protected async Task<IReadOnlyList<SlackCall>> Taken(string method)
    {
        var calls = new List<SlackCall>();
        while (Slack.Waiting(method) > 0)
        {
            var call = await Slack.Next(method);
            _ = call.Spoken;
            calls.Add(call);
        }

        return calls;
    }

    /// <summary>Opens the window that a word is about.</summary>
    protected async Task<WindowSubmission> Window(string typed)
    {
        await Bot.Opens(typed);
        return WindowSubmission.Of(await Slack.Next("views.open"));
    }

    protected async Task<string> Submit(WindowSubmission window)
    {
        var (status, body) = await Bot.Send(window.Request());
        Assert.Equal(HttpStatusCode.OK, status);
        return body;
    }

    /// <summary>Submitted for good.</summary>
    /// <returns>What the window says then.</returns>
    protected async Task<string> Saved(WindowSubmission window)
    {
        var said = WindowSubmission.Updated(await Submit(window)).Json;
        Assert.Matches("\"text\":\"(Saved|Cancelled)\"", said);
        return said;
    }

    /// <summary>What was typed, submitted, seen in full and saved.</summary>
    protected async Task Save(WindowSubmission window, bool? isSame = null)
    {
        var seen = WindowSubmission.Updated(await Submit(window));
        if (isSame is { } same)
        {
            seen.Choose(GatheringForm.Same, same ? "yes" : "no");
        }

        await Saved(seen);
    }

    /// <summary>The roundtable of July 25, completed with time and link by its organizer.</summary>
    protected async Task<int> NewRoundtable(Func<WindowSubmission, WindowSubmission>? more = null)
    {
        await Save((more ?? (w => w))((await Window("/ao roundtable new")).Type(GatheringForm.Time, "10am").Type(GatheringForm.Link, Link)), isSame: true);
        return await LastId();
    }

    /// <summary>The same, with its invitations in people's hands; it is July 3, 10:00.</summary>
    protected async Task<int> Invited(Func<WindowSubmission, WindowSubmission>? more = null)
    {
        var id = await NewRoundtable(more);
        await To("2024-07-03 10:00");
        await Posted();
        return id;
    }

    /// <summary>The first one of the gathering that was added last.</summary>
    protected async Task<int> LastId()
    {
        await using var db = await Bot.Database();
        return await db.Occurrences.OrderByDescending(o => o.GatheringId).ThenBy(o => o.Day).Select(o => o.Id).FirstAsync();
    }

    protected async Task<Occurrence> Read(int id)
    {
        await using var db = await Bot.Database();
        return (await GatheringTable.Find(db, id, CancellationToken.None))!;
    }

    /// <summary>Presses a button of an invitation, each a second later than the one before, and reads what is said to the presser.</summary>
    protected async Task<string> Press(string user, string button, int id)
    {
        await Bot.Press(PressOf(user, button, id));
        return (await Slack.Next(RecordedSlack.ResponseUrl)).Spoken.Text;
    }

    /// <param name="user">Who.</param>
    /// <param name="button">Its action id, or what is chosen in the menu.</param>
    /// <param name="id">Of what.</param>
    protected ButtonPress PressOf(string user, string button, int id)
    {
        var value = id.ToString(CultureInfo.InvariantCulture);
        var isMenu = !button.Contains('.', StringComparison.Ordinal);
        return new ButtonPress(isMenu ? RsvpAction.More : button, value)
        {
            User = user,
            Channel = "D0000SOME",
            AnsweredAgo = -TimeSpan.FromSeconds(++_presses),
            Chosen = isMenu ? $"{button}:{value}" : null,
        };
    }

    protected static Dictionary<string, string> Errors(string response) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(JsonDocument.Parse(response).RootElement.GetProperty("errors").GetRawText())!;
}
