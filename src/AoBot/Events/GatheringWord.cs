using System.Globalization;
using AoBot.Conversations;
using AoBot.Events.Calendars;
using AoBot.Persistence;
using AoBot.Slack.Blocks;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Events;

/// <summary>What <c>/ao roundtable</c> and <c>/ao meeting</c> have in common: the list, one of them, and the windows to change one.</summary>
public sealed class GatheringWord(IDbContextFactory<AoBotDbContext> contexts, Settings settings, ProgramClock clock)
{
    private static readonly string[] Verbs = ["new", "add", "edit", "cancel", "invite", "answer", "mail", "attendance", "csv", "calendar"];

    public async Task<Answer> Answer(GatheringKind kind, WordRequest request, CancellationToken cancellationToken)
    {
        var parts = request.Argument.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (word, noun) = kind == GatheringKind.Roundtable ? ("roundtable", "roundtable") : ("meeting", "public meeting");
        var verb = parts.Length > 0 && Verbs.Contains(parts[0].ToLowerInvariant(), StringComparer.Ordinal) ? parts[0].ToLowerInvariant() : null;
        int? id = parts.Length > 0 && int.TryParse(parts[^1].TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (verb == "calendar")
        {
            return CalendarMessage.Render(kind, CalendarAddress.OfPublic(settings));
        }

        // "meeting, please" is a question for the list; what staff mistype would have opened a window.
        var isNumber = parts.Length == 1 && id is not null;
        if (verb is null && parts.Length > 0 && !isNumber && (request.Audience == Audience.Staff || Nearest.To(parts[0], Verbs).Any()))
        {
            return NotUnderstood(word, parts[0]);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var coming = await GatheringTable.Coming(db, kind, clock.Now, cancellationToken);
        if (verb is null)
        {
            var announced = (await UpcomingEvents.Read(db, clock.Today, cancellationToken)).Where(e => e.IsToComplete && e.Kind == UpcomingEvents.KindOf(kind)).ToList();
            var names = coming.Find(o => !o.IsCancelled) is { } first ? await GatheringFacts.NamesOf(db, first, cancellationToken) : new Dictionary<string, string>(StringComparer.Ordinal);
            return GatheringsMessage.Render(kind, coming, announced, names, request, clock.Today);
        }

        var one = id is { } asked ? await GatheringTable.Find(db, asked, cancellationToken) : coming.Find(o => !o.IsCancelled);
        if (one is not null && one.Gathering.Kind != kind)
        {
            one = null;
        }

        // Who speaks of who came speaks of the one that was last.
        if (id is null && verb is "attendance" or "csv")
        {
            one = await Last(db, kind, cancellationToken) ?? one;
        }

        var isHost = request.UserId is { } asker && one?.Gathering.HostId == asker && verb is "invite" or "answer" or "mail" or "attendance" or "csv";
        if (request.Audience != Audience.Staff && !isHost)
        {
            return Parts.Short($"Only the fund's staff can change {noun}s. Ask them, or see `/ao next`.");
        }

        if (verb == "new")
        {
            var announced = (await UpcomingEvents.Read(db, clock.Today, cancellationToken)).FirstOrDefault(e => e.IsToComplete && e.Kind == UpcomingEvents.KindOf(kind) && e.Date is not null);
            return GatheringsMessage.Window("add it", GatheringEditView.New(kind, clock.Zone.Id, announced));
        }

        if (one is null)
        {
            return Parts.Short(id is null && verb is "attendance" or "csv"
                ? $"No {noun} was held yet, so there is nothing to record or to list. `/ao {word}` shows what comes."
                : id is null
                ? $"No {noun} with a time is coming. `/ao {word} new` adds one."
                : $"There is no {noun} #{id}. The numbers stand in `/ao {word}`.");
        }

        var known = await GatheringFacts.NamesOf(db, one, cancellationToken);
        return verb switch
        {
            "edit" => GatheringsMessage.Window("change it", GatheringEditView.Edit(one, kind == GatheringKind.Roundtable ? ChosenAnswerDay(one) : null)),
            "add" when one.Gathering.Rule is null => Parts.Short($"#{one.Id} does not repeat, so there is no series to add to. `/ao {word} new` adds another."),
            "add" => GatheringsMessage.Window("add one more", GatheringAddView.Render(one)),
            "cancel" => GatheringsMessage.Window("cancel it", GatheringCancelView.Render(one, clock.Today)),
            _ when kind == GatheringKind.Meeting => Parts.Short("Everybody is welcome at a public meeting: nobody is invited, and nobody answers."),
            "invite" => GatheringsMessage.Window("invite to it", InviteView.Render(one, clock.Today)),
            _ when one.Invitees.TrueForAll(i => i.RemovedAt is not null) => Parts.Short($"Nobody is invited yet. `/ao roundtable invite {one.Id}` invites."),
            "mail" => GuestMailMessage.Render(one, g => CalendarAddress.OfInvitation(settings, g.Id), clock.Today),
            "csv" => RoundtableCsv.Render(one, await RoundtableCsv.Write(db, [one], cancellationToken)),
            "answer" => GatheringsMessage.Window("answer for someone", RsvpHostView.Render(one, known)),
            _ => GatheringsMessage.Window("record who came", AttendanceView.Render(one, known, clock.Today)),
        };
    }

    /// <summary>The last day to answer, where somebody chose it: the usual one moves with the date.</summary>
    private LocalDate? ChosenAnswerDay(Occurrence one)
    {
        var day = (one.AnswerBy - Duration.Epsilon).InZone(DateTimeZoneProviders.Tzdb[one.Gathering.Zone]).Date;
        return day == GatheringPolicy.AnswerDay(one.Day, clock.WorkingDays) ? null : day;
    }

    private static Answer NotUnderstood(string word, string typed)
    {
        var meant = Nearest.To(typed, Verbs).Take(1).Select(v => $" Did you mean `/ao {word} {v}`?").FirstOrDefault("");
        return Parts.Short($"I don't know \"{word} {PlainText.Truncate(typed, 40)}\".{meant} What there is: `/ao {word}`, and `/ao help {word}`");
    }

    private async Task<Occurrence?> Last(AoBotDbContext db, GatheringKind kind, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var id = await db.Occurrences.Where(o => o.Gathering.Kind == kind && !o.IsCancelled && o.StartsAt <= now).OrderByDescending(o => o.StartsAt).Select(o => o.Id).FirstOrDefaultAsync(cancellationToken);
        return id == 0 ? null : await GatheringTable.Find(db, id, cancellationToken);
    }
}
