using System.Globalization;
using AoBot.Conversations;
using AoBot.Slack.Blocks;
using AoBot.Slack.Receiving;
using NodaTime;

namespace AoBot.Events;

/// <summary>A gathering as fields of a window. What is typed is read forgivingly and shown back in full before it is saved.</summary>
public static class GatheringForm
{
    /// <summary>The id of the one element in each field.</summary>
    public const string Value = "value";

    public const string Title = "title";
    public const string Day = "day";
    public const string Time = "time";
    public const string Length = "length";
    public const string Zone = "zone";
    public const string Repeats = "repeats";
    public const string Place = "place";
    public const string Link = "link";
    public const string Description = "description";
    public const string Agenda = "agenda";
    public const string Host = "host";
    public const string Capacity = "capacity";
    public const string AnswerBy = "answer_by";
    public const string InChannel = "in_channel";
    public const string Scope = "scope";
    public const string Same = "same";
    private const string Yes = "yes";
    private const string No = "no";

    /// <summary>What stands in the fields, as text: typed by a person, or made from what is known.</summary>
    /// <param name="kind">Of what.</param>
    /// <param name="typed">By field.</param>
    /// <param name="host">Who hosts it.</param>
    /// <param name="isInChannel">Whether the channel is told of a roundtable.</param>
    /// <param name="isNew">Only a new one can be made a series.</param>
    /// <param name="isOfSeries">A change of one can be for all later ones.</param>
    /// <param name="isForAllLater">Whether that is chosen.</param>
    public static IReadOnlyList<Block> Fields(GatheringKind kind, IReadOnlyDictionary<string, string?> typed, string? host, bool isInChannel, bool isNew, bool isOfSeries, bool isForAllLater = false) =>
    [
        Field(Title, "Title", Typed(typed, Title, 150)),
        .. When(typed),
        Field(Zone, "Time zone", Typed(typed, Zone, 60), "For instance America/New_York, London, or UTC."),
        .. isNew ? [Field(Repeats, "Repeats", Typed(typed, Repeats, 200), "For instance monthly, first Wednesday, quarterly. Blank: it does not repeat.", isOptional: true)] : (Block[])[],
        .. isOfSeries ? [Field(Scope, "Changes", new RadioButtons(Value, [One, AllLater]) { InitialOption = isForAllLater ? AllLater : One })] : (Block[])[],
        .. Where(kind, typed),
        Field(Description, "What it is about", Typed(typed, Description, 1500, isLong: true), isOptional: true),
        Field(Agenda, "Agenda", Typed(typed, Agenda, 1500, isLong: true), isOptional: true),
        Field(Host, "Host", new UsersSelect(Value) { InitialUser = host }, "Is asked when something is missing. Blank: you.", isOptional: true),
        .. kind == GatheringKind.Roundtable
            ?
            [
                Field(Capacity, "Places", Typed(typed, Capacity, 4), "Blank: nobody counts. With a number, who comes later waits in order.", isOptional: true),
                Field(AnswerBy, "Last day to answer", Typed(typed, AnswerBy, 60), "Blank: two working days before.", isOptional: true),
                Field(InChannel, "The channel", new Checkboxes(Value, [Tell]) { InitialOptions = isInChannel ? [Tell] : null }, isOptional: true),
            ]
            : (Block[])[],
    ];

    /// <summary>What can be another for each of a series: when, and where.</summary>
    public static IReadOnlyList<Block> FieldsOfOne(GatheringKind kind, IReadOnlyDictionary<string, string?> typed) => [.. When(typed), .. Where(kind, typed)];

    /// <summary>What is known of one, as a person would type it.</summary>
    public static Dictionary<string, string?> Known(LocalDate? day, LocalTime time, int minutes, string? link, string? place) => new(StringComparer.Ordinal)
    {
        [Day] = day is { } known ? DayWords.FullDay(known) : null,
        [Time] = time.ToString("h:mm tt", CultureInfo.InvariantCulture),
        [Length] = $"{minutes} minutes",
        [Link] = link,
        [Place] = place,
    };

    /// <summary>Asked where a report announced a date that is near.</summary>
    public static Block SameField(string announced) =>
        Field(Same, $"Is this {announced}?", new RadioButtons(Value, [new Option(new PlainText("Yes, this is it"), Yes), new Option(new PlainText("No, it is another one"), No)]));

    /// <summary>What was typed, as it was.</summary>
    public static IReadOnlyDictionary<string, string?> TypedIn(ViewState state) =>
        new[] { Title, Day, Time, Length, Zone, Repeats, Link, Place, Description, Agenda, Capacity, AnswerBy }.ToDictionary(f => f, f => state[f, Value]?.Value, StringComparer.Ordinal);

    public static string? HostIn(ViewState state) => state[Host, Value]?.SelectedUsers is [var host, ..] ? host : null;

    public static bool IsInChannel(ViewState state) => state[InChannel, Value]?.SelectedOptions.Count > 0;

    /// <summary>Whether it is the announced date; none where nobody answered.</summary>
    public static bool? IsSame(ViewState state) => state[Same, Value]?.SelectedOption?.Value switch { Yes => true, No => false, _ => null };

    /// <summary>Reads the fields; what is wrong stands in <paramref name="faults"/>, and then there is no draft.</summary>
    /// <param name="state">The fields.</param>
    /// <param name="now">By the program's clock.</param>
    /// <param name="asker">Who hosts where nobody is named.</param>
    /// <param name="faults">Gets what is wrong.</param>
    public static GatheringDraft? Read(ViewState state, Instant now, string asker, List<FieldFault> faults)
    {
        var typed = TypedIn(state);
        var zone = TypedTime.Zone(typed[Zone], out var problem);
        Note(faults, Zone, problem);
        var when = ReadWhen(typed, zone ?? "UTC", now, faults);
        if (string.IsNullOrWhiteSpace(typed[Title]))
        {
            Note(faults, Title, "Write a title.");
        }

        var link = ReadLink(typed, faults);
        int? capacity = null;
        if (Blank(typed[Capacity]) is { } places)
        {
            capacity = int.TryParse(places, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
            Note(faults, Capacity, capacity is null ? "Write a number from 1 on, or leave it blank." : null);
        }

        if (when is not { } at || zone is null)
        {
            return null;
        }

        var rule = Recurrence.Read(typed[Repeats], at.Day, out problem);
        Note(faults, Repeats, problem);
        LocalDate? answerBy = null;
        if (Blank(typed[AnswerBy]) is { } last)
        {
            answerBy = TypedTime.Day(last, now.InZone(DateTimeZoneProviders.Tzdb[zone]).Date, out problem);
            Note(faults, AnswerBy, problem ?? (answerBy > at.Day ? "This is after the roundtable. Choose an earlier day." : null));
        }

        return faults.Count > 0 ? null : new GatheringDraft
        {
            Title = typed[Title]!.Trim(),
            Day = at.Day,
            Time = at.Time,
            Minutes = at.Minutes,
            Zone = zone,
            Rule = rule?.Rule,
            Place = Blank(typed[Place]),
            Link = link,
            Description = Blank(typed[Description]),
            Agenda = Blank(typed[Agenda]),
            HostId = HostIn(state) ?? asker,
            Capacity = capacity,
            AnswerBy = answerBy,
            IsLineInChannel = IsInChannel(state),
            IsForAllLater = state[Scope, Value]?.SelectedOption?.Value == AllLater.Value,
            IsTheAnnounced = IsSame(state) == true,
        };
    }

    /// <summary>When one takes place, by the clocks of a zone; none where it cannot be read. What is wrong stands in <paramref name="faults"/>.</summary>
    public static (LocalDate Day, LocalTime Time, int Minutes)? ReadWhen(IReadOnlyDictionary<string, string?> typed, string zone, Instant now, List<FieldFault> faults)
    {
        var day = TypedTime.Day(typed[Day], now.InZone(DateTimeZoneProviders.Tzdb[zone]).Date, out var problem);
        Note(faults, Day, problem);
        var time = TypedTime.Time(typed[Time], out problem);
        Note(faults, Time, problem);
        var minutes = TypedTime.Minutes(typed[Length], time, out problem);
        Note(faults, Length, problem);
        if (day is not { } onDay || time is not { } atTime || minutes is not { } takes)
        {
            return null;
        }

        Note(faults, Time, TypedTime.IsSkipped(onDay, atTime, zone) ? $"The clocks of {GatheringWords.Place(zone)} skip {atTime.ToString("h:mm tt", CultureInfo.InvariantCulture)} on that day. Choose another time." : null);
        Note(faults, Day, Occurrence.InstantOf(onDay, atTime, zone) <= now ? $"{DayWords.FullDay(onDay)} at that time is past. Choose a later one." : null);
        return (onDay, atTime, takes);
    }

    /// <summary>The link to join; none where there is none, or where it is no web address.</summary>
    public static string? ReadLink(IReadOnlyDictionary<string, string?> typed, List<FieldFault> faults)
    {
        var link = Blank(typed[Link]);
        if (link is null || (Uri.TryCreate(link, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"))
        {
            return link;
        }

        Note(faults, Link, "This is no web address. Write it whole, beginning with https://");
        return null;
    }

    private static IReadOnlyList<Block> When(IReadOnlyDictionary<string, string?> typed) =>
    [
        Field(Day, "Day", Typed(typed, Day, 60), "For instance July 25, or 2024-07-25."),
        Field(Time, "Begins at", Typed(typed, Time, 20), "For instance 10:00 AM, or 14:30."),
        Field(Length, "Takes", Typed(typed, Length, 20), "For instance 60 minutes, 1.5 hours, or when it ends: 11:00 AM."),
    ];

    private static IReadOnlyList<Block> Where(GatheringKind kind, IReadOnlyDictionary<string, string?> typed) =>
    [
        Field(Link, "Link to join", Typed(typed, Link, 1000), kind == GatheringKind.Roundtable ? "Only who is invited sees it." : "Everybody sees it.", isOptional: true),
        Field(Place, "Place", Typed(typed, Place, 300), isOptional: true),
    ];

    private static Option One { get; } = new(new PlainText("Only this one"), "one");

    private static Option AllLater { get; } = new(new PlainText("This one and all later ones"), "later");

    private static Option Tell { get; } = new(new PlainText("Tell the channel that it takes place, without names"), Yes);

    internal static string? Blank(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static void Note(List<FieldFault> faults, string field, string? problem)
    {
        if (problem is not null)
        {
            faults.Add(new FieldFault(field, problem));
        }
    }

    private static InputBlock Field(string id, string label, BlockElement element, string? hint = null, bool isOptional = false) =>
        new(PlainText.Truncated(label, 2000), element) { BlockId = id, Hint = hint is null ? null : new PlainText(hint), Optional = isOptional ? true : null };

    private static PlainTextInput Typed(IReadOnlyDictionary<string, string?> typed, string field, int most, bool isLong = false) =>
        new(Value) { InitialValue = typed.GetValueOrDefault(field) is { Length: > 0 } text ? text : null, MaxLength = most, Multiline = isLong ? true : null };
}
