using System.Text;
using AoBot.KeyResults;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AoBot.Tests.Reports;

/// <summary>Whatever program is written down in either form of table is read back as it was.</summary>
public sealed class ProgramRoundTripTests
{
    private static readonly string[] Words = ["fund", "scan", "2,000", "projects", "(ten)", "partners'", "\"light\"", "33%", "share", "results/learnings", "- with care", "for 2029", "Ölmühle", "C&D"];

    [Fact]
    public void Any_program_in_either_form_is_read_back() =>
        Prop.ForAll(Programs().ToArbitrary(), ReadsBack).QuickCheckThrowOnFailure();

    private static void ReadsBack(Program program)
    {
        var markdown = Render(program);
        var report = Reading.Report(markdown).Report;
        Assert.Equal(program.Objectives.Select((o, i) => (i + 1, o.Title)), report.Objectives.Select(o => (o.Number, o.Title)));
        Assert.Equal(
            program.Objectives.SelectMany((o, i) => o.KeyResults.Select((k, j) => ($"{i + 1}.{j + 1}", k.Text + k.Deadline.Words, k.Status.Words(), k.Status, k.Deadline.Date))),
            report.KeyResults.Select(k => (k.Id, k.Text, k.StatusAsWritten, k.Status, k.Deadline)));
        var lines = markdown.Split('\n');
        Assert.All(report.KeyResults, k => Assert.Contains(k.IdAsWritten, lines[k.Line - 1], StringComparison.Ordinal));
    }

    private static string Render(Program program)
    {
        var text = new StringBuilder("# 2027 Q2 Example Fund\n\n## Objectives & Key Results\n\n");
        if (!program.ObjectiveIsHeading)
        {
            text.Append("|Key Result|Status|\n|-|-|\n");
        }

        for (var i = 0; i < program.Objectives.Count; i++)
        {
            var objective = program.Objectives[i];
            text.Append(program.ObjectiveIsHeading ? $"| **Objective #{i + 1}: {objective.Title}** | |\n|-|-|\n" : $"|**O{i + 1}: {objective.Title}**||\n");
            for (var j = 0; j < objective.KeyResults.Count; j++)
            {
                var keyResult = objective.KeyResults[j];
                var id = keyResult.Spaced ? $"KR {i + 1}.{j + 1}" : $"KR{i + 1}.{j + 1}";
                text.Append(program.ObjectiveIsHeading ? $"| **{id}**: " : $"|{id}: ").Append(keyResult.Text).Append(keyResult.Deadline.Words).Append($" |{keyResult.Status.Words()}|\n");
            }
        }

        return text.ToString();
    }

    private static Gen<Program> Programs() =>
        from heading in Gen.Elements(true, false)
        from count in Gen.Choose(1, 12)
        from objectives in Gen.ListOf(Objectives(), count)
        select new Program(heading, [.. objectives]);

    private static Gen<Objective> Objectives() =>
        from title in Text()
        from count in Gen.Choose(0, 12)
        from keyResults in Gen.ListOf(KeyResults(), count)
        select new Objective(title, [.. keyResults]);

    private static Gen<KeyResult> KeyResults() =>
        from text in Text()
        from status in Gen.Elements(Enum.GetValues<KeyResultStatus>().Where(s => s != KeyResultStatus.Unknown).ToArray())
        from deadline in Deadlines()
        from spaced in Gen.Elements(true, false)
        select new KeyResult(text, status, deadline, spaced);

    private static Gen<string> Text() =>
        from count in Gen.Choose(1, 12)
        from words in Gen.ListOf(Gen.Elements(Words), count)
        select "Do " + string.Join(' ', words);

    private static Gen<Deadline> Deadlines() =>
        from form in Gen.Choose(0, 4)
        from year in Gen.Choose(2027, 2030)
        from month in Gen.Choose(1, 12)
        from day in Gen.Choose(1, 28)
        let date = new LocalDate(year, month, day)
        let monthEnd = date.With(DateAdjusters.EndOfMonth)
        select form switch
        {
            0 => new Deadline("", null),
            1 => new Deadline($" by the end of {year}.", new LocalDate(year, 12, 31)),
            2 => new Deadline($" by the end of {date:MMMM} {year}.", monthEnd),
            3 => new Deadline($" by {date:MMMM} {day}, {year}, all of it", date),
            _ => new Deadline($" by Q{((month - 1) / 3) + 1} {year}", new LocalDate(year, (((month - 1) / 3) * 3) + 1, 1).PlusMonths(3).PlusDays(-1)),
        };

    private sealed record Program(bool ObjectiveIsHeading, IReadOnlyList<Objective> Objectives);

    private sealed record Objective(string Title, IReadOnlyList<KeyResult> KeyResults);

    private sealed record KeyResult(string Text, KeyResultStatus Status, Deadline Deadline, bool Spaced);

    private sealed record Deadline(string Words, LocalDate? Date);
}
