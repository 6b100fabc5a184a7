using System.Collections.Immutable;

namespace AoBot.Playground.Workspace;

/// <summary>Who and what is there at the start. Nobody here is real, and every name says so.</summary>
public static class Cast
{
    public const string TeamId = "T0PLAYGROUND";
    public const string TeamName = "Playground";
    public const string OtherTeamId = "T0ELSEWHERE";
    public const string AppId = "A0AOBOT";
    public const string BotId = "B0AOBOT";
    public const string BotUser = "U0AOBOT";
    public const string Slackbot = "USLACKBOT";

    public const string Fay = "U0FAY";
    public const string Sam = "U0SAM";
    public const string Pat = "U0PAT";
    public const string Gus = "U0GUS";
    public const string Stella = "U0STELLA";
    public const string Phil = "U0PHIL";
    public const string Lena = "U0LENA";
    public const string Holly = "U0HOLLY";

    /// <summary>The program's channel.</summary>
    public const string AlphaOmega = "C0ALPHAOMEGA";

    /// <summary>A channel that the bot was not invited to.</summary>
    public const string General = "C0GENERAL";

    public static ImmutableArray<WorkspaceUser> Users { get; } =
    [
        new() { Id = Fay, Handle = "fay", Name = "Fay Fictional (staff)", Role = UserRole.Staff, About = "Runs the fund. Sees what staff see.", TeamId = TeamId, Zone = "America/New_York", Email = "fay@playground.example" },
        new() { Id = Sam, Handle = "sam", Name = "Sam Sample (staff)", Role = UserRole.Staff, About = "Staff as well, five hours ahead.", TeamId = TeamId, Zone = "Europe/London", Email = "sam@playground.example" },
        new() { Id = Pat, Handle = "pat", Name = "Pat Pretend (partner contact)", Role = UserRole.PartnerContact, About = "Writes a partner's monthly updates.", TeamId = TeamId, Zone = "Europe/Berlin", Email = "pat@playground.example" },
        new() { Id = Gus, Handle = "gus", Name = "Gus Guest-Example (invited guest)", Role = UserRole.Guest, About = "A guest of one channel, invited to a roundtable.", TeamId = TeamId, Zone = "Asia/Tokyo", Email = "gus@playground.example", IsRestricted = true, IsUltraRestricted = true },
        new() { Id = Stella, Handle = "stella", Name = "Stella Stranger-Demo", Role = UserRole.Stranger, About = "From another organisation; Slack tells no time zone.", TeamId = OtherTeamId, IsStranger = true },
        new() { Id = Phil, Handle = "phil", Name = "Phil Phone-Example (on a phone)", Role = UserRole.Member, About = "Reads on a phone, and writes a partner's monthly updates.", TeamId = TeamId, Zone = "America/Los_Angeles", Email = "phil@playground.example", IsOnPhone = true },
        new() { Id = Lena, Handle = "lena", Name = "Lena Later-Example (partner contact)", Role = UserRole.PartnerContact, About = "Writes a partner's monthly updates, and takes her time.", TeamId = TeamId, Zone = "Asia/Kolkata", Email = "lena@playground.example" },
        new() { Id = Holly, Handle = "holly", Name = "Holly History-Example (partner contact)", Role = UserRole.PartnerContact, About = "Stands for the contacts of all real partners. As they are not here, she is always away.", TeamId = TeamId, Zone = "America/New_York", Email = "holly@playground.example" },
        new() { Id = BotUser, Handle = "aobot", Name = "AoBot", Role = UserRole.Bot, About = "The real bot.", TeamId = TeamId, Zone = "America/New_York" },
        new() { Id = Slackbot, Handle = "slackbot", Name = "Slackbot", Role = UserRole.Slackbot, About = "Slack's own voice, played by the Playground.", TeamId = TeamId },
    ];

    /// <summary>Whom the bot's settings name as staff.</summary>
    public static IEnumerable<string> Staff => Users.Where(user => user.Role == UserRole.Staff).Select(user => user.Id);

    public static ImmutableArray<WorkspaceChannel> Channels(DateTimeOffset created) =>
    [
        new() { Id = AlphaOmega, Name = "alpha_omega", Purpose = "The fund's channel. AoBot lives here.", Created = created, IsShared = true, Members = Members(Fay, Sam, Pat, Gus, Stella, Phil, Lena, Holly, BotUser) },
        new() { Id = General, Name = "general", Purpose = "Everything else. AoBot was not invited.", Created = created, IsGeneral = true, Members = Members(Fay, Sam, Pat, Phil) },
        .. Users.Where(user => !user.IsBot).Select(user => Direct(user.Id, created)),
    ];

    public static WorkspaceChannel Direct(string user, DateTimeOffset created) =>
        new() { Id = "D" + user[1..], Name = "", DirectWith = user, Created = created, Members = Members(user, BotUser) };

    private static ImmutableSortedSet<string> Members(params string[] users) => ImmutableSortedSet.Create(StringComparer.Ordinal, users);
}
