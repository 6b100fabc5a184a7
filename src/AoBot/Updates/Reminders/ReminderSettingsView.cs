using AoBot.People;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Updates.Reminders;

/// <summary>The window in which somebody says at which hour they want to hear from AoBot, and whether before the due day.</summary>
public sealed class ReminderSettingsView(ReminderAnswers answers) : IViewSubmissionHandler
{
    public const string CallbackId = "remind.settings";
    private const string Hour = "hour";
    private const string HeadsUp = "heads_up";
    private const string Value = "value";
    private const string Usual = "usual";
    private const string On = "on";
    private const string Off = "off";
    private static readonly LocalTimePattern Written = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    private static readonly LocalTimePattern Spoken = LocalTimePattern.CreateWithInvariantCulture("h':'mm tt");

    /// <summary>The hours to choose from: those in which anybody is written to.</summary>
    private static IReadOnlyList<Option> Hours { get; } =
        [new(new PlainText("At the usual hour, in the morning"), Usual), .. Enumerable.Range(8, 9).Select(h => new LocalTime(h, 0)).Select(t => new Option(new PlainText($"At {Spoken.Format(t)}"), Written.Format(t)))];

    private static IReadOnlyList<Option> Wishes { get; } = [new(new PlainText("Yes, a few days before"), On), new(new PlainText("No, on the due day is early enough"), Off)];

    /// <param name="wish">What they chose before.</param>
    public static ModalView Render(ReminderPreference? wish)
    {
        var chosen = wish?.Hour is { } hour ? Written.Format(hour) : Usual;
        return new ModalView("Your reminders",
        [
            new InputBlock("When may I write to you?", new StaticSelect(Value) { Options = Hours, InitialOption = Hours.FirstOrDefault(o => o.Value == chosen) ?? Hours[0] }) { BlockId = Hour, Hint = "By your own clock, Monday to Friday." },
            new InputBlock("A heads-up before the due day?", new StaticSelect(Value) { Options = Wishes, InitialOption = Wishes[wish?.HeadsUp == false ? 1 : 0] }) { BlockId = HeadsUp, Hint = "Whoever was in time in two of the last three gets none anyway." },
        ])
        { CallbackId = CallbackId, Submit = "Save", Close = "Cancel" };
    }

    public async ValueTask<ViewSubmissionResponse> Handle(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var (hour, headsUp) = (submission.View.State[Hour, Value]?.SelectedOption?.Value, submission.View.State[HeadsUp, Value]?.SelectedOption?.Value);
        var chosen = hour is null or Usual ? null : Written.Parse(hour) is { Success: true, Value: var time } && Hours.Any(o => o.Value == hour) ? (LocalTime?)time : null;
        await answers.Prefer(new Answerer(submission.User.Id, submission.TriggerId), chosen, headsUp != Off, cancellationToken);
        return ReminderDesk.Done($"Noted: I write to you {(chosen is { } at ? $"at {Spoken.Format(at)}" : "in the morning")} by your own clock, {(headsUp == Off ? "without" : "with")} a heads-up before the due day.");
    }
}
