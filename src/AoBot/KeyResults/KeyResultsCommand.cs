using System.Globalization;
using System.Text.RegularExpressions;
using AoBot.Conversations;
using AoBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AoBot.KeyResults;

/// <summary><c>/ao kr</c>: the key results of a year, or one with its history.</summary>
public sealed partial class KeyResultsCommand(IDbContextFactory<AoBotDbContext> contexts, ProgramClock clock, IEnumerable<IKeyResultEvidence> evidence) : IWord
{
    public WordHelp Help { get; } = new(
        "kr",
        "Key results with status, deadline and history",
        new Usage("kr", "this year's key results"),
        new Usage("kr 2.1", "one of them, with its history"),
        new Usage("kr 2023", "those of another year; kr 2.1 2023 works too"))
    {
        Aliases = ["key result", "okr", "objective", "goal"],
    };

    public async Task<Answer> Answer(WordRequest request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await ProgramYear.Known(db, cancellationToken);
        if (ProgramYear.Meant(known, clock.Today) is not { } current)
        {
            return KeyResultsMessage.NothingKnown();
        }

        if (!TryRead(request.Argument, out var year, out var id))
        {
            return KeyResultsMessage.NotUnderstood(request.Argument, current);
        }

        var wanted = year ?? current;
        if (!known.Contains(wanted))
        {
            return KeyResultsMessage.NoSuchYear(wanted, known);
        }

        var program = await ProgramYear.Read(db, wanted, cancellationToken);
        if (id is null)
        {
            return KeyResultsMessage.List(program, clock.Today);
        }

        if (!id.Contains('.', StringComparison.Ordinal))
        {
            return program.Objectives.FirstOrDefault(o => o.Number.ToString(CultureInfo.InvariantCulture) == id) is { } objective
                ? KeyResultsMessage.List(program with { Objectives = [objective] }, clock.Today)
                : KeyResultsMessage.NoSuchKeyResult($"O{id}", program);
        }

        if (program.KeyResults.FirstOrDefault(k => k.Id == id) is not { } keyResult)
        {
            return KeyResultsMessage.NoSuchKeyResult($"KR {id}", program);
        }

        var shown = new List<Evidence>();
        foreach (var each in evidence)
        {
            if (await each.Of(keyResult, wanted, request.Audience, db, cancellationToken) is { } found)
            {
                shown.Add(found);
            }
        }

        return KeyResultsMessage.One(keyResult, program, shown, clock.Today);
    }

    /// <summary>Understands <c>2.1</c>, <c>KR2.1</c>, <c>kr 2.1</c>, <c>O2</c>, <c>2024</c> in any order, and nothing at all.</summary>
    private static bool TryRead(string argument, out int? year, out string? id)
    {
        (year, id) = (null, null);
        foreach (var part in argument.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            var match = Part().Match(part);
            if (!match.Success)
            {
                return false;
            }

            if (match.Groups["year"] is { Success: true } y && year is null)
            {
                year = int.Parse(y.ValueSpan, CultureInfo.InvariantCulture);
            }
            else if (match.Groups["id"] is { Success: true } i && id is null)
            {
                id = string.Join('.', i.Value.Split('.').Select(n => n.TrimStart('0') is { Length: > 0 } digits ? digits : "0"));
            }
            else if (!match.Groups["filler"].Success)
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"^(?:(?<year>(?:19|20)[0-9]{2})|(?<filler>krs?|key|results?|objectives?)|(?:kr|o|objective)?[-#]?(?<id>[0-9]{1,2}(?:\.[0-9]{1,2})?))[.:?!]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Part();
}
