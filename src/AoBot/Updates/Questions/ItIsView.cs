using AoBot.Conversations;
using AoBot.People;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Updates.Questions;

/// <summary>The window in which staff say which months a file covers, and of whom it is.</summary>
public sealed class ItIsView(QuestionDesk desk, Roles roles) : IViewSubmissionHandler
{
    public const string CallbackId = "question.it_is";
    private const string Months = "months";
    private const string Typed = "typed_months";
    private const string Partner = "partner";
    private const string Value = "value";
    private const int MonthsOffered = 18;
    private const int MostMonths = 12;

    public static ModalView Render(LedgerQuestion question, LedgerPicture picture)
    {
        var (thisMonth, roster) = (picture.Today.ToYearMonth(), picture.Ledger.Roster);
        var offered = Enumerable.Range(0, MonthsOffered).Select(back => thisMonth.PlusMonths(-back)).Concat(question.Months).Distinct().OrderDescending().Select(Option).ToList();
        var thought = question.Months.Select(Option).ToList();
        var owner = roster.Rows.FirstOrDefault(r => r.Key.Equals(question.Partner, StringComparison.OrdinalIgnoreCase));
        var engagements = QuestionsMessage.Engagements(roster, picture.Today);
        var chosen = owner is null ? null : engagements.FirstOrDefault(o => o.Value == QuestionRef.KeyOf(owner.Key));
        return new ModalView("It is the update…",
        [
            Parts.Plain(question.Path),
            new InputBlock("For which months?", new MultiStaticSelect(Value) { Options = offered, InitialOptions = thought.Count == 0 ? null : thought, Placeholder = "One or several" }) { BlockId = Months, Optional = true },
            new InputBlock("Or others", new PlainTextInput(Value) { MaxLength = 200 }) { BlockId = Typed, Optional = true, Hint = "For instance 2022-11, or December 2022 and January 2023." },
            new InputBlock("Of whom?", new StaticSelect(Value) { Options = engagements, InitialOption = chosen }) { BlockId = Partner, Optional = true, Hint = "Blank: whose the folder is." },
        ])
        {
            CallbackId = CallbackId,
            PrivateMetadata = QuestionRef.Of(question).Key,
            Submit = "Save",
            Close = "Cancel",
        };
    }

    public async ValueTask<ViewSubmissionResponse> Handle(ViewSubmission submission, CancellationToken cancellationToken)
    {
        if (!roles.IsStaff(submission.User.Id))
        {
            return ViewSubmissionResponse.Update(new ModalView("Nothing was changed", [Parts.Plain(QuestionsMessage.StaffOnly.Text)]) { Close = "Close" });
        }

        var picture = await desk.Read(cancellationToken);
        if (new QuestionRef(submission.View.PrivateMetadata, []).In(picture.Questions) is not { } question)
        {
            return ViewSubmissionResponse.Update(await desk.Window(Noted.Overtaken, cancellationToken));
        }

        var state = submission.View.State;
        var (typed, unread) = Read(state[Typed, Value]?.Value ?? "", picture.Today);
        List<YearMonth> months = [.. (state[Months, Value]?.SelectedOptions ?? []).Select(o => YearMonthPattern.Iso.Parse(o.Value)).Where(m => m.Success).Select(m => m.Value).Concat(typed).Distinct().Order()];
        if ((unread is not null ? $"I can't read \"{unread}\" as a month. Write it like 2024-06 or June 2024, with a comma between several."
            : months.Count == 0 ? "Choose at least one month."
            : months.Count > MostMonths ? $"These are {months.Count} months; one file covers {MostMonths} at most."
            : months[^1] > picture.Today.ToYearMonth() ? $"{DayWords.FullMonth(months[^1])} has not begun."
            : null) is { } problem)
        {
            return ViewSubmissionResponse.Errors(new Dictionary<string, string>(StringComparer.Ordinal) { [unread is null && typed.Count == 0 ? Months : Typed] = problem });
        }

        var chosen = state[Partner, Value]?.SelectedOption?.Value;
        var partner = picture.Ledger.Roster.Rows.FirstOrDefault(r => QuestionRef.KeyOf(r.Key) == chosen)?.Key;
        var answer = new LedgerAnswer(question.Path, IsUpdate: true, months, partner is null || partner.Equals(question.Partner, StringComparison.OrdinalIgnoreCase) ? null : partner);
        return ViewSubmissionResponse.Update(await desk.Window(await desk.Keep(submission, answer, cancellationToken), cancellationToken));
    }

    /// <summary>The months that were typed; or what of it is none.</summary>
    private static (IReadOnlyList<YearMonth> Months, string? Unread) Read(string typed, LocalDate today)
    {
        var months = new List<YearMonth>();
        foreach (var part in typed.Split([",", ";", "\n", " and ", "+", "&"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (UpdatesAsked.Parse(part, today) is { Month: { } month, Partner.Length: 0 })
            {
                months.Add(month);
            }
            else
            {
                return (months, part);
            }
        }

        return (months, null);
    }

    private static Option Option(YearMonth month) => new(new PlainText(DayWords.FullMonth(month)), YearMonthPattern.Iso.Format(month));
}
