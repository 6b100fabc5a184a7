using AoBot.People;
using AoBot.Reminders;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;
using NodaTime.Text;

namespace AoBot.Updates.Reminders;

/// <summary>The window in which somebody says at which hour they want to hear from AoBot, whether before the due day, and how long before a gathering.</summary>
public sealed class ReminderSettingsView(ReminderAnswers answers, Settings settings) : IViewSubmissionHandler
{
    public const string CallbackId = "remind.settings";
    private const string Hour = "hour";
    private const string HeadsUp = "heads_up";
    private const string Gatherings = "gatherings";
    private const string Value = "value";
    private const string Usual = "usual";
    private const string On = "on";
    private const string Off = "off";
    private static readonly LocalTimePattern Written = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    private static readonly LocalTimePattern Spoken = LocalTimePattern.CreateWithInvariantCulture("h':'mm tt");

    private static IReadOnlyList<Option> Wishes { get; } = [new(new PlainText("Yes, a few days before"), On), new(new PlainText("No, on the due day is early enough"), Off)];

    private static Option DayBefore { get; } = new(new PlainText("A day before"), "day");

    private static Option HourBefore { get; } = new(new PlainText("An hour before"), "hour");

    /// <param name="wish">What they chose before.</param>
    /// <param name="rules">When anybody is written to.</param>
    public static ModalView Render(ReminderPreference? wish, ReminderRules rules)
    {
        // Chosen before the quiet began earlier, it is shown as it holds now.
        var chosen = wish?.Hour is { } hour ? Written.Format(ReminderHours.Open(hour, rules.QuietFrom)) : Usual;
        List<Option> hours = [new(new PlainText("At the usual hour, in the morning"), Usual), .. ReminderHours.Choices(rules).Select(t => new Option(new PlainText($"At {Spoken.Format(t)}"), Written.Format(t)))];
        List<Option> before = [.. wish?.DayBefore != false ? [DayBefore] : Array.Empty<Option>(), .. wish?.HourBefore != false ? [HourBefore] : Array.Empty<Option>()];
        return new ModalView("Your reminders",
        [
            new InputBlock("When may I write to you?", new StaticSelect(Value) { Options = hours, InitialOption = hours.Find(o => o.Value == chosen) ?? hours[0] }) { BlockId = Hour, Hint = "By your own clock, Monday to Friday." },
            new InputBlock("A heads-up before the due day?", new StaticSelect(Value) { Options = Wishes, InitialOption = Wishes[wish?.HeadsUp == false ? 1 : 0] }) { BlockId = HeadsUp, Hint = "Whoever was in time in two of the last three gets none anyway." },
            new InputBlock("A reminder of what you said yes to?", new Checkboxes(Value, [DayBefore, HourBefore]) { InitialOptions = before.Count > 0 ? before : null }) { BlockId = Gatherings, Optional = true, Hint = "Roundtables. If time or place change, I tell you in any case." },
        ])
        { CallbackId = CallbackId, Submit = "Save", Close = "Cancel" };
    }

    public async ValueTask<ViewSubmissionResponse> Handle(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var state = submission.View.State;
        var hour = state[Hour, Value]?.SelectedOption?.Value;

        // A window that was open before there was this choice does not have it.
        var before = state[Gatherings, Value]?.SelectedOptions.Select(o => o.Value).ToList();
        var wish = new ReminderPreference
        {
            SlackId = submission.User.Id,
            Hour = hour is not null && Written.Parse(hour) is { Success: true, Value: var at } ? ReminderHours.Open(at, settings.ReminderRules.QuietFrom) : null,
            HeadsUp = state[HeadsUp, Value]?.SelectedOption?.Value != Off,
            DayBefore = before?.Contains(DayBefore.Value) != false,
            HourBefore = before?.Contains(HourBefore.Value) != false,
        };
        await answers.Prefer(new Answerer(submission.User.Id, submission.TriggerId), wish, cancellationToken);
        return ReminderDesk.Done($"Noted: I write to you {(wish.Hour is { } chosen ? $"at {Spoken.Format(chosen)}" : "in the morning")} by your own clock, {(wish.HeadsUp ? "with" : "without")} a heads-up before the due day. {BeforeGatherings(wish)}");
    }

    private static string BeforeGatherings(ReminderPreference wish) => wish switch
    {
        { DayBefore: true, HourBefore: true } => "Of what you said yes to I remind you a day and an hour before.",
        { DayBefore: true } => "Of what you said yes to I remind you a day before.",
        { HourBefore: true } => "Of what you said yes to I remind you an hour before.",
        _ => "Of what you said yes to I do not remind you.",
    };
}
