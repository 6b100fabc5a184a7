using AoBot.Conversations;
using AoBot.Engagements;
using AoBot.People;
using AoBot.Persistence;
using AoBot.Slack.Api;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AoBot.Updates.Reminders;

/// <summary>What all buttons and windows of a reminder do first: whose it is, and whether there is still something to answer. A late click is answered kindly.</summary>
public sealed partial class ReminderDesk(
    IDbContextFactory<AoBotDbContext> contexts,
    ReminderBook book,
    Roles roles,
    ProgramClock clock,
    PersonalReply reply,
    ISlackApiClient slack,
    ILogger<ReminderDesk> logger)
{
    public LocalDate Today => clock.Today;

    public AoBot.Reminders.DueDays DueDays => clock.DueDays;

    /// <summary>What a press is about, for somebody who may answer it while it is open; otherwise the words that say why not.</summary>
    public async Task<(ReminderMatter? Matter, string Otherwise)> Find(string userId, string? written, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (ReminderRef.Parse(written) is not { } about || await book.Read(db, Instant.MinValue, cancellationToken) is not { Facts: var facts } || about.In(facts.Roster) is not { } row)
        {
            return (null, "This is settled, or of an engagement that I don't know any more. There is nothing to do for you.");
        }

        var isTheirs = roles.IsStaff(userId) || row.Contacts.Contains(userId, StringComparer.Ordinal)
            || facts.Recorded.Any(n => n.Recipient == userId && n.Subjects.Any(s => row.Key.Equals(s.Partner, StringComparison.OrdinalIgnoreCase)));
        if (!isTheirs)
        {
            return (null, $"Only the contacts of {row.Name} and the fund's staff answer this. Nothing was changed.");
        }

        return ReminderItemPolicy.Settled(facts, row, about.Months, clock.Now) is { } settled ? (null, settled) : (new ReminderMatter(about, row, facts, clock.Now), "");
    }

    /// <summary>Answers a press: does what it asks for, if it may, and says what came of it.</summary>
    public async Task Settle(BlockActionRequest request, Func<ReminderMatter, Answerer, Task<string>> change, CancellationToken cancellationToken)
    {
        var (matter, otherwise) = await Find(request.User.Id, request.Action.BlockId, cancellationToken);
        await Say(request, matter is null ? otherwise : await change(matter, new Answerer(request.User.Id, request.TriggerId)), cancellationToken);
    }

    public Task Say(InteractionRequest request, string words, CancellationToken cancellationToken) => reply.Send(request, Parts.Short(words).ToMessage(), cancellationToken);

    /// <summary>Opens a window, first of all: Slack gives three seconds.</summary>
    public async Task Open(BlockActionRequest request, ModalView window, CancellationToken cancellationToken)
    {
        if (await slack.Views.Open(request.TriggerId, window, cancellationToken) is not SlackOutcome<SlackView>.Sent)
        {
            LogNotOpened(request.Action.ActionId);
            await Say(request, "Slack did not open the window in time. Please try again.", cancellationToken);
        }
    }

    /// <summary>What a window turns into when it was submitted.</summary>
    public static ViewSubmissionResponse Done(string words) => ViewSubmissionResponse.Update(new ModalView("Reminders", [Parts.Plain(words)]) { Close = "Close" });

    [LoggerMessage(Level = LogLevel.Warning, Message = "The window of {Action} could not be opened")]
    private partial void LogNotOpened(string action);
}

/// <summary>What a press is about.</summary>
/// <param name="About">The engagement and its months.</param>
/// <param name="Row">The engagement.</param>
/// <param name="Facts">As of now.</param>
/// <param name="Now">The moment.</param>
public sealed record ReminderMatter(ReminderRef About, RosterRow Row, ReminderFacts Facts, Instant Now)
{
    /// <summary>Who of staff looks after it.</summary>
    public IReadOnlyList<string> Staff => StaffAddress.Of(Facts, Row);

    /// <summary>Whether it was asked for as often as it may be.</summary>
    public bool IsAskedOut
    {
        get
        {
            var index = new ReminderIndex(Facts);
            return About.Months.Any(m => index.AskedOut(Row.Key, m));
        }
    }

    /// <summary>The day where somebody is.</summary>
    public LocalDate TodayOf(string person) => Now.InZone(Facts.HoursOf(person, Row.Zone).Zone).Date;

    /// <summary>When its next update is due: as many months later as this one is for.</summary>
    public LocalDate NextDue(AoBot.Reminders.DueDays dueDays)
    {
        var month = About.Months.Max();
        var together = new ReminderIndex(Facts).PeriodsOf(Row).FirstOrDefault(p => p.Cells.Any(c => c.Month == month))?.Cells.Count ?? 1;
        return dueDays.DueDay(month.PlusMonths(together));
    }
}
