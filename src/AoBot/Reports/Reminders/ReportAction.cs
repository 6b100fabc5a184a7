using System.Globalization;
using AoBot.Conversations;
using AoBot.People;
using AoBot.Persistence;
using AoBot.Slack.Receiving;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Reports.Reminders;

/// <summary>The buttons about a report: "I've got it", that it is out, that there is none, and its announcement. Staff only.</summary>
public sealed class ReportAction(ReportAnswers answers, IDbContextFactory<AoBotDbContext> contexts, Roles roles, PeopleDirectory people, PersonalReply reply) : IBlockActionHandler
{
    private static readonly Answer Already = Parts.Short("This is settled already. Nothing was changed.");

    public async Task Handle(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var (by, trigger, value) = (request.User.Id, request.TriggerId, (request.Action.Value ?? "").Split(' ', 2));
        var answer = !roles.IsStaff(by) ? Parts.Short("Only the fund's staff see to its reports. Nothing was changed.") : (request.Action.ActionId, value) switch
        {
            (ReportReminderMessage.GotItId, [var report]) => await Take(by, trigger, report, cancellationToken),
            (ReportMessage.DoneId, [var months, var link]) => await Done(by, trigger, months, new Uri(link), cancellationToken),
            (ReportMessage.WaiveId, [var report, var reason]) => await answers.Waive(by, trigger, report, reason, cancellationToken) ? Parts.Short("Noted: I ask for it no more.") : Already,
            (ReportMessage.AnnounceId, [var id]) when int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var published) =>
                await answers.Announce(by, trigger, published, cancellationToken) ? Parts.Short("It is on its way to the channel.") : Parts.Short("It was announced already."),
            _ => Already,
        };
        await reply.Send(request, answer.ToMessage(), cancellationToken);
    }

    private async Task<Answer> Take(string by, string trigger, string report, CancellationToken cancellationToken) =>
        await answers.Take(by, trigger, report, cancellationToken) is var taker && taker == by
            ? Parts.Short("Thank you! From now on I remind you alone.")
            : Parts.Short($"{await people.NameOf(taker, null, cancellationToken)} has it already. Nothing to do for you.");

    private async Task<Answer> Done(string by, string trigger, string written, Uri link, CancellationToken cancellationToken)
    {
        List<YearMonth> months = [.. written.Split(',').Select(m => YearMonthPattern.Iso.Parse(m)).Where(m => m.Success).Select(m => m.Value)];
        if (months.Count == 0)
        {
            return Already;
        }

        var isNew = await answers.Done(by, trigger, link, months, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var open = await UnannouncedReports.Of(db, months[0], cancellationToken);
        return !isNew ? ReportMessage.Offering(Already, open)
            : open is null ? Parts.Short("Noted: I ask for it no more. Its link was announced already.")
            : ReportMessage.Noted(open);
    }
}
