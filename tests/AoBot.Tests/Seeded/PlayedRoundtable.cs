using System.Collections.Immutable;
using AoBot.Events;
using AoBot.Reminders;
using NodaTime;

namespace AoBot.Tests.Seeded;

/// <summary>The roundtable of a seed as it must be by now: counted from what the host did and people pressed, without asking the product.</summary>
/// <param name="Day">On which it is, by the clocks of New York.</param>
/// <param name="Time">When it begins there.</param>
/// <param name="Capacity">How many may come.</param>
internal sealed record PlayedRoundtable(LocalDate Day, LocalTime Time, int Capacity)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/New_York"];
    private static readonly WorkingDays WorkingDays = new(new Holidays([]).Contains);

    public bool IsCancelled { get; init; }

    /// <summary>How often its date moved.</summary>
    public int Moves { get; init; }

    /// <summary>How often it was moved or cancelled.</summary>
    public int Changes { get; init; }

    /// <summary>Who said that they come to the date that counts, in the order in which they did.</summary>
    public ImmutableList<string> Arrived { get; init; } = [];

    /// <summary>What each said last, none where they took it back; to which date; and Slack's number of that press.</summary>
    public ImmutableDictionary<string, (RsvpAnswer? Answer, int Moves, long Number)> Answers { get; init; } = ImmutableDictionary<string, (RsvpAnswer?, int, long)>.Empty;

    /// <summary>Who wants reminders although they said "Maybe".</summary>
    public ImmutableHashSet<string> Wishing { get; init; } = [];

    public Instant StartsAt => (Day + Time).InZoneLeniently(Zone).ToInstant();

    /// <summary>Until the end of two working days before.</summary>
    public Instant AnswerBy => Zone.AtStartOfDay(WorkingDays.Add(Day, -2).PlusDays(1)).ToInstant();

    public bool HasPlace(string person) => Arrived.IndexOf(person) is var at and >= 0 && at < Capacity;

    public bool Waits(string person) => Arrived.IndexOf(person) >= Capacity;

    public bool IsReminded(string person) => HasPlace(person) || (Wishing.Contains(person) && Answers.TryGetValue(person, out var said) && said.Answer == RsvpAnswer.Maybe && said.Moves == Moves);

    public bool HasAnswered(string person) => Answers.TryGetValue(person, out var said) && said.Answer is not null;

    /// <summary>Whether they said yes, or maybe, to an earlier date and nothing since.</summary>
    public bool IsOfOldDate(string person) => Answers.TryGetValue(person, out var said) && said.Answer is RsvpAnswer.Going or RsvpAnswer.Maybe && said.Moves < Moves;

    /// <summary>Why nobody can answer now, in words that the presser reads; none where they can.</summary>
    public string? Refuses(Instant now) => IsCancelled ? "does not take place"
        : now >= StartsAt ? "has begun"
        : now >= AnswerBy ? "The time to answer is over"
        : null;

    /// <summary>Somebody presses an answer. An earlier press that comes later changes nothing.</summary>
    public PlayedRoundtable Pressed(string person, RsvpAnswer? answer, long number)
    {
        if (Answers.TryGetValue(person, out var before) && number <= before.Number)
        {
            return this;
        }

        var arrived = answer != RsvpAnswer.Going ? Arrived.Remove(person) : Arrived.Contains(person) ? Arrived : Arrived.Add(person);
        return this with { Arrived = arrived, Answers = Answers.SetItem(person, (answer, Moves, number)) };
    }

    public PlayedRoundtable MovedTo(LocalDate day) => this with { Day = day, Moves = Moves + 1, Changes = Changes + 1, Arrived = [] };

    public PlayedRoundtable Cancelled() => this with { IsCancelled = true, Changes = Changes + 1 };

    /// <summary>What somebody is told who presses, by what their answer means now.</summary>
    public string Told(string person) => Arrived.IndexOf(person) switch
    {
        var at and >= 0 when at < Capacity => "You are coming",
        var at and >= 0 => $"You are number {at - Capacity + 1} of those who wait",
        _ when Answers.TryGetValue(person, out var said) && said.Answer == RsvpAnswer.Cant => "You cannot come",
        _ when Answers.TryGetValue(person, out var said) && said.Answer == RsvpAnswer.Maybe && said.Moves == Moves => "You may come",
        _ => "I took your answer back",
    };
}
