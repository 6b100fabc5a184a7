using System.Globalization;
using System.Text;
using AoBot.Playground.Workspace;
using AoBot.Updates;
using NodaTime;

namespace AoBot.Playground.Repository;

/// <summary>A partner that does not exist and needs reminders, so that no real one has to.</summary>
/// <param name="Key">In the roster.</param>
/// <param name="Name">What people read; its folder, too.</param>
/// <param name="Contact">Who writes, by user id.</param>
/// <param name="Owner">Who of staff looks after it.</param>
/// <param name="Zone">Where the contact is.</param>
/// <param name="Habit">What it does, in words.</param>
public sealed record FictionalPartner(string Key, string Name, string Contact, string Owner, string Zone, string Habit)
{
    private static readonly LocalTime AtWork = new(10, 0);

    public static IReadOnlyList<FictionalPartner> All { get; } =
    [
        new("example-foundation", "Example Foundation", Cast.Pat, Cast.Fay, "Europe/Berlin", "delivers around the 10th") { Ecosystem = "Python", Day = _ => 10, DaysToMerge = 2 },
        new("sample-software-guild", "Sample Software Guild", Cast.Phil, Cast.Sam, "America/Los_Angeles", "delivers on the 2nd every third month, else around the 8th") { Ecosystem = "Rust", Day = month => month % 3 == 0 ? 2 : 8, DaysToMerge = 1 },
        new("placeholder-project", "Placeholder Project", Cast.Lena, Cast.Fay, "Asia/Kolkata", "delivers always, and around the 16th") { Ecosystem = "JavaScript", Day = _ => 16, DaysToMerge = 2 },
    ];

    /// <summary>Whose packages it cares for.</summary>
    public required string Ecosystem { get; init; }

    /// <summary>On which day of the next month the update of a month (1 to 12) is written.</summary>
    public required Func<int, int> Day { get; init; }

    /// <summary>How long the fund takes to merge.</summary>
    public required int DaysToMerge { get; init; }

    /// <summary>As the roster has it.</summary>
    /// <param name="since">When the engagement began.</param>
    public string Row(LocalDate since) =>
        string.Create(CultureInfo.InvariantCulture, $"{Key},{Name} (fictional),{Name},monthly,{since:uuuu-MM-dd},,,{Contact},{Zone},{Owner},{Ecosystem}");

    internal ScriptedPull Pull(YearMonth month)
    {
        var written = Monday(month.PlusMonths(1).OnDayOfMonth(Day(month.Month)));
        var opens = Time(written, AtWork);
        var path = string.Create(CultureInfo.InvariantCulture, $"{LedgerOptions.DefaultPath}/{month.Year}/{Name}/update-{month:uuuu-MM}.md");
        return new ScriptedPull(opens, Time(Monday(written.PlusDays(DaysToMerge)), AtWork.PlusHours(7)), Cast.Users.First(user => user.Id == Contact).Handle, [new ScriptedCommit(opens, [new ScriptedChange(path, null, Text(month))])])
        {
            Partner = this,
            Month = month,
        };
    }

    private byte[] Text(YearMonth month)
    {
        var words = month.ToString("MMMM uuuu", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes($"# {Name}: {words}\n\nThis partner is fictional, and so is its month. It spent {words} on examples, and every one of them went well.\n");
    }

    private DateTimeOffset Time(LocalDate date, LocalTime time) => (date + time).InZoneLeniently(DateTimeZoneProviders.Tzdb[Zone]).ToInstant().ToDateTimeOffset();

    /// <summary>Nobody works on a weekend.</summary>
    private static LocalDate Monday(LocalDate date) => date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? date.Next(IsoDayOfWeek.Monday) : date;
}
