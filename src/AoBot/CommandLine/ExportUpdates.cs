using System.CommandLine;
using System.Globalization;
using AoBot.Engagements;
using AoBot.Persistence;
using AoBot.Updates;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace AoBot.CommandLine;

/// <summary><c>export updates</c>: who has delivered which month as CSV, from the database. It holds no e-mail address and no reason of a skip.</summary>
internal static class ExportUpdates
{
    private static readonly string[] Header = ["partner", "name", "month", "state", "due", "in_time", "written", "landed", "path", "commit", "pull_request", "draft", "owed", "sure"];

    public static Command Create(VerbContext verbs)
    {
        var month = new Option<string?>("--month") { Description = "Only this month, for instance 2024-06." };
        var from = new Option<string?>("--from") { Description = "The first month." };
        var to = new Option<string?>("--to") { Description = "The last month." };
        var command = new Command("updates", "Writes who has delivered which month as CSV to standard output, all states included.") { month, from, to };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var typed = new[] { month, from, to }.Select(o => (o.Name, Text: parsed.GetValue(o))).ToList();
            if (typed.Find(t => t.Text is not null && !YearMonthPattern.Iso.Parse(t.Text).Success) is { Name: { } option, Text: { } wrong })
            {
                await verbs.Errors.WriteLineAsync($"{option} \"{wrong}\" is no month; write for instance 2024-06.");
                return AoBotCommandLine.WrongUsage;
            }

            if (typed[0].Text is not null && typed.Skip(1).Any(t => t.Text is not null))
            {
                await verbs.Errors.WriteLineAsync("Say --month, or --from and --to.");
                return AoBotCommandLine.WrongUsage;
            }

            var (first, last) = (Month(typed[0].Text ?? typed[1].Text), Month(typed[0].Text ?? typed[2].Text));
            return await verbs.WithDatabase(services => Write(verbs, services, first, last, cancellationToken), cancellationToken);
        });
        return command;
    }

    private static async Task<int> Write(VerbContext verbs, IServiceProvider services, YearMonth? first, YearMonth? last, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AoBotDbContext>>().CreateDbContextAsync(cancellationToken);
        if ((await services.GetRequiredService<UpdatesLedger>().Read(db, cancellationToken)).Reading is not { } reading)
        {
            await verbs.Errors.WriteLineAsync("The partners' repository was not read yet, so there is nothing to export. Say which it is with the setting Updates:GitHub:Repository.");
            return AoBotCommandLine.BadInput;
        }

        var names = reading.Partners.ToDictionary(p => p.Key, p => p.Name, StringComparer.OrdinalIgnoreCase);
        var cells = reading.Coverage.Where(c => !(c.Month < first) && !(c.Month > last));
        await verbs.Output.WriteAsync(Csv.Write([Header, .. cells.Select(c => Row(c, names[c.Partner]))]));
        return AoBotCommandLine.Good;
    }

    private static IReadOnlyList<string> Row(CoverageCell cell, string name) =>
    [
        cell.Partner,
        name,
        YearMonthPattern.Iso.Format(cell.Month),
        LedgerJson.Word(cell.State),
        LocalDatePattern.Iso.Format(cell.DueDay),
        cell.InTime is { } inTime ? Word(inTime) : "",
        At(cell.Written),
        At(cell.Landed),
        cell.Path ?? "",
        cell.Commit ?? "",
        cell.PullRequest?.ToString(CultureInfo.InvariantCulture) ?? "",
        Word(cell.Draft),
        Word(cell.Owed),
        Word(cell.Sure),
    ];

    private static YearMonth? Month(string? typed) => typed is null ? null : YearMonthPattern.Iso.Parse(typed).Value;

    private static string At(Instant? instant) => instant is { } at ? InstantPattern.General.Format(at) : "";

    private static string Word(bool isSo) => isSo ? "yes" : "no";
}
