using System.Net;
using System.Text.Json;
using AoBot.Slack.Receiving;
using AoBot.Tests.Host;
using AoBot.Updates.Reminders;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Tests.Seeded;

/// <summary>Who is asked, and presses something sooner or later: through the front door, signed, sometimes twice, sometimes when it is settled already.</summary>
internal sealed class PlayedPeople(Random random, PlayedSlack slack, PlayedFund fund, Happenings seen)
{
    private readonly List<(Instant At, PlayedMessage Message)> _presses = [];

    public Instant? NextPress => _presses.Select(p => (Instant?)p.At).Min();

    /// <summary>Somebody reads it, and may press something of it.</summary>
    public void Arrived(PlayedMessage message, Instant now)
    {
        if (message.Recipient[0] == 'U' && message.Recipient != Workspace.Staff && AskedIn(message.First).Count > 0 && random.Next(10) < 6)
        {
            // Some find it days later, when it may be settled.
            _presses.Add((now + Duration.FromMinutes(random.Next(2, (random.Next(8) == 0 ? 10 * 24 : 60) * 60)), message));
        }
    }

    /// <summary>What is to be pressed by now is pressed; says whether that was something.</summary>
    public async Task<bool> Press(AoBotHost bot, Instant now)
    {
        var due = _presses.Where(p => p.At <= now).ToList();
        foreach (var press in due)
        {
            _presses.Remove(press);
            await Press(bot, press.Message, now);
        }

        return due.Count > 0;
    }

    /// <summary>What a message asks for: the blocks of its answers, by their ids.</summary>
    public static IReadOnlyList<(string BlockId, ReminderRef About)> AskedIn(string body)
    {
        using var json = JsonDocument.Parse(body);
        return !json.RootElement.TryGetProperty("blocks", out var blocks) ? [] :
        [
            .. from block in blocks.EnumerateArray()
               where block.TryGetProperty("block_id", out _)
               let id = block.GetProperty("block_id").GetString()!
               let about = ReminderRef.Parse(id)
               where about is not null
               select (id, about),
        ];
    }

    private async Task Press(AoBotHost bot, PlayedMessage message, Instant now)
    {
        var asked = AskedIn(message.First);
        var (block, about) = asked[random.Next(asked.Count)];
        var isLate = AskedIn(message.Body).All(a => a.BlockId != block);
        var (action, chosen) = random.Next(12) switch
        {
            < 2 => (UpdateReminderMessage.SentId, null),
            < 5 => (UpdateReminderMessage.TomorrowId, null),
            5 => (UpdateReminderMessage.MoreId, UpdateReminderMessage.InThreeDays),
            6 or 7 => (UpdateReminderMessage.MoreId, UpdateReminderMessage.NextWeek),
            8 or 9 => (UpdateReminderMessage.MoreId, UpdateReminderMessage.Nothing),
            10 => (UpdateReminderMessage.MoreId, UpdateReminderMessage.Away),
            _ => (UpdateReminderMessage.MoreId, (string?)UpdateReminderMessage.NotMe),
        };
        var window = slack.LastWindow;
        var press = new ButtonPress(action, about.Partner) { User = message.Recipient, Channel = message.Channel, BlockId = block, Chosen = chosen };
        await Do(bot, press);
        if (random.Next(5) == 0 && chosen is not (UpdateReminderMessage.Nothing or UpdateReminderMessage.Away or UpdateReminderMessage.NotMe))
        {
            seen.Add(Happening.PressedTwice);
            var first = slack.LastReply;
            await Do(bot, press);
            Count(first);
        }
        else
        {
            Count(slack.LastReply);
        }

        seen.Add(Happening.Pressed);
        seen.Add(Happening.PressedLate, isLate ? 1 : 0);
        if (slack.LastWindow is { } opened && opened != window)
        {
            await Submit(bot, WindowSubmission.Of(opened, message.Recipient), chosen!, about, now);
        }
    }

    private async Task Submit(AoBotHost bot, WindowSubmission window, string chosen, ReminderRef about, Instant now)
    {
        var others = fund.Contacts.Single(c => c.Partner == about.Partner).People.Where(p => p[0] == 'U' && p != window.User).ToList();
        var filled = chosen switch
        {
            UpdateReminderMessage.Nothing => window.Type("reason", "a quiet month"),
            UpdateReminderMessage.Away => window.Date("until", LocalDatePattern.Iso.Format(now.InUtc().Date.PlusDays(random.Next(3, 16)))),
            _ => others.Count == 0 ? window : window.PickOne("who", others[0]),
        };
        var (status, body) = await bot.Send(filled.Request());
        Assert.Equal(HttpStatusCode.OK, status);
        Count(body);
    }

    private async Task Do(AoBotHost bot, ButtonPress press)
    {
        await bot.Press(press);
        var work = bot.Services.GetRequiredService<HandlersAtWork>();
        await Patience.Until(() => Task.FromResult(work.Count == 0), "the press is worked on");
    }

    private void Count(string said)
    {
        foreach (var (words, what) in new[]
        {
            ("Gladly: I come back to", Happening.Snoozed),
            ("take your word for it", Happening.Believed),
            ("Noted: nothing is due from", Happening.Skipped),
            ("Noted: you are away until", Happening.Away),
            ("Noted: I ask you no more about", Happening.NotMe),
        })
        {
            seen.Add(what, said.Contains(words, StringComparison.Ordinal) ? 1 : 0);
        }
    }
}
