using System.Globalization;
using System.Text.Json;
using AoBot.Events;
using AoBot.Slack.Receiving;
using AoBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AoBot.Tests.Seeded;

/// <summary>
/// Who is invited to the roundtable, and answers, some twice, some anew, some on an old message or too late; now and then somebody who is not invited. What they
/// are told must be what counts.
/// </summary>
internal sealed class PlayedGuests(Random random, PlayedSlack slack, PlayedHost host, Happenings seen, Func<Instant> realNow)
{
    private readonly List<(Instant At, PlayedMessage Message)> _presses = [];

    public Instant? NextPress => _presses.Select(p => (Instant?)p.At).Min();

    public static bool IsInvitation(string body) => TextOf(body).StartsWith("You are invited:", StringComparison.Ordinal);

    /// <summary>Somebody reads it, and may press something of it: an invitation more than once.</summary>
    public void Arrived(PlayedMessage message, Instant now)
    {
        if (message.Recipient[0] != 'U' || !message.First.Contains(RsvpAction.Going, StringComparison.Ordinal))
        {
            return;
        }

        var (times, hours) = IsInvitation(message.First) ? (random.Next(4), 20 * 24) : (random.Next(2), 40);
        for (var time = 0; time < times; time++)
        {
            _presses.Add((now + Duration.FromMinutes(random.Next(2, hours * 60)), message));
        }
    }

    /// <summary>What is to be pressed by now is pressed.</summary>
    public async Task Press(AoBotHost bot, Instant now)
    {
        var due = _presses.Where(p => p.At <= now).OrderBy(p => p.At).ToList();
        foreach (var press in due)
        {
            _presses.Remove(press);
            if (!slack.Gone.Contains(press.Message.Recipient))
            {
                await Press(bot, press.Message, now);
            }
        }
    }

    private static string TextOf(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("text").GetString()!;
    }

    private async Task Press(AoBotHost bot, PlayedMessage message, Instant now)
    {
        var id = IdIn(message.First);
        if (random.Next(12) == 0)
        {
            await Press(bot, PressOf(Workspace.Member, message, RsvpAction.Going, id));
            Told("This goes by invitation.", Workspace.Member, now);
            return;
        }

        var what = random.Next(20) switch
        {
            < 9 => RsvpAction.Going,
            < 12 => RsvpAction.Maybe,
            < 15 => RsvpAction.Cant,
            < 17 => InvitationMessage.Withdraw,
            < 19 => InvitationMessage.MoreReminders,
            _ => InvitationMessage.Who,
        };
        var press = PressOf(message.Recipient, message, what, id);
        await Pressed(bot, press, what, now);
        switch (random.Next(5))
        {
            case 0:
                seen.Add(Happening.PressedTwice);
                await Pressed(bot, press, what, now);
                break;
            case 1 when what is not (InvitationMessage.MoreReminders or InvitationMessage.Who):
                // One that was pressed a moment before, and comes a moment after.
                var other = what == RsvpAction.Going ? RsvpAction.Cant : RsvpAction.Going;
                await Pressed(bot, PressOf(message.Recipient, message, other, id) with { AnsweredAgo = TimeSpan.FromSeconds(2) }, other, now);
                break;
        }
    }

    private async Task Pressed(AoBotHost bot, ButtonPress press, string what, Instant now)
    {
        await Press(bot, press);
        var (before, person) = (host.Roundtable!, press.User);
        if (what == InvitationMessage.Who)
        {
            return;
        }

        seen.Add(Happening.Answered);
        if (before.Refuses(now) is { } refusal)
        {
            seen.Add(Happening.AnsweredLate);
            Told(refusal, person, now);
            return;
        }

        if (what == InvitationMessage.MoreReminders)
        {
            host.Becomes(before with { Wishing = before.Wishing.Add(person) }, now);
            Told("I remind you", person, now);
            return;
        }

        RsvpAnswer? answer = what switch { RsvpAction.Going => RsvpAnswer.Going, RsvpAction.Maybe => RsvpAnswer.Maybe, RsvpAction.Cant => RsvpAnswer.Cant, _ => null };
        host.Becomes(before.Pressed(person, answer, (realNow() - Duration.FromTimeSpan(press.AnsweredAgo)).ToUnixTimeSeconds()), now);
        Told(host.Roundtable!.Told(person), person, now);
    }

    private async Task Press(AoBotHost bot, ButtonPress press)
    {
        await bot.Press(press);
        var work = bot.Services.GetRequiredService<HandlersAtWork>();
        await Patience.Until(() => Task.FromResult(work.Count == 0), "the press is worked on");
    }

    private void Told(string words, string person, Instant now)
    {
        if (!slack.LastReply.Contains(words, StringComparison.Ordinal))
        {
            host.Problems.Add($"{now}: {person} pressed, and was to be told \"{words}\", and read: {slack.LastReply}");
        }
    }

    private static ButtonPress PressOf(string user, PlayedMessage message, string what, string id)
    {
        var isMenu = !what.Contains('.', StringComparison.Ordinal);
        return new ButtonPress(isMenu ? RsvpAction.More : what, id) { User = user, Channel = message.Channel, Chosen = isMenu ? $"{what}:{id}" : null };
    }

    private static string IdIn(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("blocks").EnumerateArray()
            .Where(b => b.TryGetProperty("elements", out _))
            .SelectMany(b => b.GetProperty("elements").EnumerateArray())
            .Where(e => e.TryGetProperty("action_id", out var action) && action.GetString() == RsvpAction.Going)
            .Select(e => int.Parse(e.GetProperty("value").GetString()!, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture))
            .First();
    }
}
