using System.Globalization;
using System.Text.RegularExpressions;
using AoBot.Reminders;
using NodaTime;
using NodaTime.Text;

namespace AoBot;

/// <summary>
/// The settings of AoBot, read once and checked. An empty value counts as none, so that an empty environment variable does not hide a default.
/// What only serving needs is checked by <see cref="CheckForServing"/>.
/// </summary>
public sealed partial class Settings
{
    /// <exception cref="ConfigurationException">A value cannot be used, or is not in this version.</exception>
    public Settings(IConfiguration configuration, IHostEnvironment environment)
    {
        string? Get(string key) => configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
        IReadOnlyList<string> List(string key) => Get(key) is { } line
            ? line.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            : [.. configuration.GetSection(key).GetChildren().Select(c => c.Value?.Trim()).OfType<string>().Where(v => v.Length > 0)];

        SigningSecret = Get("Slack:SigningSecret");
        BotToken = Get("Slack:BotToken");
        if (BotToken?.All(c => c is > ' ' and <= '~') == false)
        {
            throw new ConfigurationException("Slack:BotToken", "holds a blank or another character that no token has", "copy the token that begins with xoxb- from \"OAuth & Permissions\" of your Slack app");
        }

        TeamId = Get("Slack:TeamId");
        AppId = Get("Slack:AppId");
        ApiUrl = Url("Slack:ApiUrl", Get("Slack:ApiUrl") ?? "https://slack.com/api/");
        if (Get("Slack:AppToken") is not null)
        {
            throw new ConfigurationException("Slack:AppToken", "is set, but Socket Mode is not in this version", "leave it empty and let Slack reach AoBot by HTTP");
        }

        ChannelId = Get("Program:ChannelId");
        if (ChannelId is not null && !ChannelPattern().IsMatch(ChannelId))
        {
            throw new ConfigurationException("Program:ChannelId", $"is \"{ChannelId}\", which is no channel id", "use the id at the end of the channel's link (it begins with C or G), not its name");
        }

        StaffUserIds = List("Program:StaffUserIds");
        if (StaffUserIds.FirstOrDefault(id => !UserPattern().IsMatch(id)) is { } wrong)
        {
            throw new ConfigurationException("Program:StaffUserIds", $"holds \"{wrong}\", which is no user id", "use ids that begin with U or W (a person's profile, \"Copy member ID\")");
        }

        StaffUserGroupId = Get("Program:StaffUserGroupId");
        if (StaffUserGroupId is not null && !GroupPattern().IsMatch(StaffUserGroupId))
        {
            throw new ConfigurationException("Program:StaffUserGroupId", $"is \"{StaffUserGroupId}\", which is no id of a user group", "use the id that begins with S (at the end of the group's link), not its handle");
        }

        StaffChannelId = Get("Program:StaffChannelId");
        if (StaffChannelId is not null && (!ChannelPattern().IsMatch(StaffChannelId) || StaffChannelId == ChannelId))
        {
            throw new ConfigurationException("Program:StaffChannelId", $"is \"{StaffChannelId}\", which is {(StaffChannelId == ChannelId ? "the channel that everybody reads" : "no channel id")}", "use the id of a private channel of the staff, or leave it empty: then each of staff is written to");
        }

        var zone = Get("Program:TimeZone") ?? "America/New_York";
        Zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)
            ?? throw new ConfigurationException("Program:TimeZone", $"is \"{zone}\", which is no time zone", "use an IANA name, for instance \"America/New_York\"");
        try
        {
            Holidays = new Holidays(List("Program:Holidays"));
        }
        catch (FormatException problem)
        {
            throw new ConfigurationException("Program:Holidays", problem.Message, "write \"2026-12-24\" to add a day and \"-2026-11-11\" to take one away");
        }

        CalendarLink = Get("Program:CalendarLink") is { } link ? Url("Program:CalendarLink", link) : null;

        PublicUrl = Get("Program:PublicUrl") is { } outside ? Url("Program:PublicUrl", outside.TrimEnd('/') + "/") : null;

        // An empty setting means "no seed"; only a setting that is absent means the default.
        var seed = configuration["Program:SeedFile"];
        SeedFile = seed is null ? environment.IsDevelopment() ? ShippedSeed : null : seed.Trim() is { Length: > 0 } named ? named : null;

        GitHubApiUrl = Url("Updates:GitHub:ApiUrl", (Get("Updates:GitHub:ApiUrl") ?? "https://api.github.com/").TrimEnd('/') + "/");
        GitHubRepository = Get("Updates:GitHub:Repository");
        if (GitHubRepository is not null && !RepositoryPattern().IsMatch(GitHubRepository))
        {
            throw new ConfigurationException("Updates:GitHub:Repository", $"is \"{GitHubRepository}\", which is no repository", "write owner and name, for instance \"ossf/alpha-omega\"");
        }

        GitHubBranch = Get("Updates:GitHub:Branch");
        if (GitHubBranch?.Any(c => c <= ' ' || c is '~' or '^' or ':' or '?' or '*' or '[' or '\\') == true)
        {
            throw new ConfigurationException("Updates:GitHub:Branch", $"is \"{GitHubBranch}\", which is no branch", "write its name as GitHub shows it, for instance \"main\", or leave it empty for the repository's default branch");
        }

        GitHubToken = Get("Updates:GitHub:Token");
        if (GitHubToken?.All(c => c is > ' ' and <= '~') == false)
        {
            throw new ConfigurationException("Updates:GitHub:Token", "holds a blank or another character that no token has", "copy the token again, or leave it empty for a public repository");
        }

        GitHubWebhookSecret = Get("Updates:GitHub:WebhookSecret");
        UpdatesPath = (Get("Updates:GitHub:Path") ?? Updates.LedgerOptions.DefaultPath).Trim('/');

        DueDays = new DueDays(new WorkingDays(Holidays.Contains), Number("Updates:DueDay", DueDays.Usual, 1, 28, "a day of the month"), Number("Program:TacReportDueAfter", 0, 0, 20, "a number of working days"));
        ReminderRules = new ReminderRules
        {
            HeadsUpWorkingDays = Days("Updates:Reminders:HeadsUpWorkingDays", 3),
            FinalWorkingDays = Days("Updates:Reminders:FinalWorkingDays", 5),
            BelievedWorkingDays = Days("Updates:Reminders:BelievedWorkingDays", 2),
            ReviewWorkingDays = Days("Updates:Reminders:ReviewWorkingDays", 3),
            DraftWorkingDays = Days("Updates:Reminders:DraftWorkingDays", 10),
            MostPerMonth = Get("Updates:Reminders:MostPerMonth") is not { } most ? 3
                : int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var cap) && cap is >= 1 and <= 3 ? cap
                : throw new ConfigurationException("Updates:Reminders:MostPerMonth", $"is \"{most}\"", "use 1, 2 or 3: nobody is asked more often for one month"),
            From = Hour("Updates:Reminders:From", new LocalTime(9, 30)),
            QuietFrom = Hour("Updates:Reminders:QuietFrom", new LocalTime(17, 0)),
        };
        if (ReminderRules.From >= ReminderRules.QuietFrom)
        {
            throw new ConfigurationException("Updates:Reminders:QuietFrom", "is not after Updates:Reminders:From, so that nobody could ever be written to", "write for instance \"17:00\"");
        }

        int Days(string key, int usual) => Number(key, usual, 1, 20, "a number of working days");

        int Number(string key, int usual, int least, int most, string what) => Get(key) is not { } written ? usual
            : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= least && count <= most ? count
            : throw new ConfigurationException(key, $"is \"{written}\"", $"use {what} from {least} to {most}");

        LocalTime Hour(string key, LocalTime usual) => Get(key) is not { } written ? usual
            : LocalTimePattern.CreateWithInvariantCulture("HH':'mm").Parse(written) is { Success: true, Value: var time } ? time
            : throw new ConfigurationException(key, $"is \"{written}\", which is no time of day", "write for instance \"09:30\"");

        var settling = Get("Outbox:SettlingSeconds") ?? "90";
        OutboxSettling = int.TryParse(settling, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 3600
            ? Duration.FromSeconds(seconds)
            : throw new ConfigurationException("Outbox:SettlingSeconds", $"is \"{settling}\"", "use a whole number of seconds from 1 to 3600; a request must not live longer");

        var provider = Get("Database:Provider") ?? "Sqlite";
        if (provider.Equals("Postgres", StringComparison.OrdinalIgnoreCase))
        {
            throw new ConfigurationException("Database:Provider", "is Postgres, which is not in this version", "use Sqlite");
        }

        if (!provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            throw new ConfigurationException("Database:Provider", $"is \"{provider}\", which is unknown", "use Sqlite");
        }

        // Development plays on another day with a seed; it never touches the database of a real workspace.
        ConnectionString = Get("ConnectionStrings:AoBot") ?? $"Data Source=data/{(environment.IsDevelopment() ? "development" : "aobot")}.db";

        if (Get("Clock:Start") is { } start)
        {
            if (environment.IsProduction())
            {
                throw new ConfigurationException("Clock:Start", "is set in Production, where only the real time counts", "remove it, or run in Development (DOTNET_ENVIRONMENT=Development)");
            }

            ClockStart = DateTimeOffset.TryParse(start, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? instant
                : throw new ConfigurationException("Clock:Start", $"is \"{start}\", which is no instant", "write for instance \"2024-06-28T13:00:00Z\"");
        }
    }

    public const string ShippedSeed = "Seed/2024-Q2-Alpha-Omega.md";

    public string? SigningSecret { get; }

    public string? BotToken { get; }

    public string? TeamId { get; }

    public string? AppId { get; }

    public Uri ApiUrl { get; }

    public string? ChannelId { get; }

    public IReadOnlyList<string> StaffUserIds { get; }

    /// <summary>A user group whose members are staff as well.</summary>
    public string? StaffUserGroupId { get; }

    /// <summary>The private channel of the staff; without one each of them is written to.</summary>
    public string? StaffChannelId { get; }

    /// <summary>How reminders are paced.</summary>
    public ReminderRules ReminderRules { get; }

    public DateTimeZone Zone { get; }

    public Holidays Holidays { get; }

    /// <summary>When what is about a month or a quarter is due.</summary>
    public DueDays DueDays { get; }

    public Uri? CalendarLink { get; }

    /// <summary>Where people's calendars reach AoBot, with a slash at its end; none where they cannot.</summary>
    public Uri? PublicUrl { get; }

    /// <summary>A report that is read once into a new database; relative to the application's folder; none for an empty start.</summary>
    public string? SeedFile { get; }

    /// <summary>GitHub, or a server that speaks as GitHub does; with a slash at its end.</summary>
    public Uri GitHubApiUrl { get; }

    /// <summary>Owner and name of the repository that holds the updates; none where no repository is read.</summary>
    public string? GitHubRepository { get; }

    /// <summary>The branch that counts; none for the repository's own default.</summary>
    public string? GitHubBranch { get; }

    /// <summary>What AoBot reads GitHub with; a public repository can be read without.</summary>
    public string? GitHubToken { get; }

    /// <summary>Proves that a webhook is GitHub's; without one no webhook is taken.</summary>
    public string? GitHubWebhookSecret { get; }

    /// <summary>The folder of the repository that holds the year folders, without a slash at its ends.</summary>
    public string UpdatesPath { get; }

    /// <summary>After so long nothing arrives in Slack any more of which it is not known whether it did.</summary>
    public Duration OutboxSettling { get; }

    public string ConnectionString { get; }

    public DateTimeOffset? ClockStart { get; }

    /// <exception cref="ConfigurationException">Something that only serving needs is missing.</exception>
    public void CheckForServing()
    {
        static void Require(bool present, string setting, string cure)
        {
            if (!present)
            {
                throw new ConfigurationException(setting, "is missing", cure);
            }
        }

        Require(SigningSecret is not null, "Slack:SigningSecret", "copy it from \"Basic Information\" of your Slack app (environment: Slack__SigningSecret)");
        Require(BotToken is not null, "Slack:BotToken", "copy the token that begins with xoxb- from \"OAuth & Permissions\" of your Slack app (environment: Slack__BotToken)");
        Require(ChannelId is not null, "Program:ChannelId", "copy the id at the end of your channel's link (environment: Program__ChannelId)");
        Require(StaffUserIds.Count > 0 || StaffUserGroupId is not null, "Program:StaffUserIds", "name at least one member of staff by user id (environment: Program__StaffUserIds__0), or a user group in Program:StaffUserGroupId");
    }

    private static Uri Url(string setting, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
            ? new Uri(url.AbsoluteUri.EndsWith('/') || setting != "Slack:ApiUrl" ? url.AbsoluteUri : url.AbsoluteUri + "/")
            : throw new ConfigurationException(setting, $"is \"{value}\", which is no web address", "write it whole, beginning with https://");

    [GeneratedRegex("^[CG][A-Z0-9]{2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex ChannelPattern();

    [GeneratedRegex("^S[A-Z0-9]{2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex GroupPattern();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}$", RegexOptions.CultureInvariant)]
    private static partial Regex RepositoryPattern();

    [GeneratedRegex("^[UW][A-Z0-9]{2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex UserPattern();
}
