using AoBot.People;
using AoBot.Tests.Host;
using AoBot.Tests.Updates;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AoBot.Tests.Door;

/// <summary>Hours that are set otherwise, here quiet from four in the afternoon on, hold for everybody, and silence nobody.</summary>
public sealed class ReminderHoursTests : LadderTest
{
    [Fact]
    public async Task Only_hours_that_are_open_are_offered()
    {
        var window = await OpenBy("/ao settings", Partners.Contact);

        Assert.Contains("At 8:00 AM", window.Json, StringComparison.Ordinal);
        Assert.Contains("At 3:00 PM", window.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("At 4:00 PM", window.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_chose_an_hour_that_is_quiet_by_now_is_asked_at_the_last_that_is_left()
    {
        await using (var db = await Bot.Database())
        {
            db.Add(new ReminderPreference { SlackId = Partners.Contact, Hour = new LocalTime(16, 0) });
            await db.SaveChangesAsync();
        }

        await TurnOn();
        Assert.Empty(await Said("2024-07-01T14:59"));
        Assert.StartsWith($"{Partners.Contact}: ", Assert.Single(await Said("2024-07-01T15:01")), StringComparison.Ordinal);

        var window = await OpenBy("/ao settings", Partners.Contact);
        Assert.Contains("\"initial_option\":{\"text\":{\"type\":\"plain_text\",\"text\":\"At 3:00 PM\"", window.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_somebody_is_not_the_one_staff_hear_in_their_own_morning()
    {
        Slack.People[Partners.Contact] = RecordedSlack.PersonJson(Partners.Contact, "Birgit", ",\"tz\":\"Europe/Berlin\"");
        await Bot.Services.GetRequiredService<PeopleDirectory>().Find(Partners.Contact, CancellationToken.None, afresh: true);
        await TurnOn();

        // Half past nine in Berlin is half past three in New York.
        var asked = Assert.Single(await On("2024-07-01T03:31"));
        await Patience.Until(async () => (await Notices("update-heads-up")).All(n => n.EndsWith(" Sent", StringComparison.Ordinal)), "it is noted as sent");
        var window = await Choose(asked, "not_me", "birch");
        Assert.Contains("Noted: I ask you no more about Fictional Birch.", await Submit(window.By(Partners.Contact).PickOne("who", StandIn)), StringComparison.Ordinal);
        Assert.Empty(await Said("2024-07-01T03:40"));

        Assert.StartsWith($"{Workspace.Staff}: Birgit says that they are not the one to ask about Fictional Birch", Assert.Single(await Said("2024-07-01T09:31")), StringComparison.Ordinal);
    }

    protected override void Prepare()
    {
        base.Prepare();
        Workspace.Settings["Updates:Reminders:QuietFrom"] = "16:00";
    }
}
