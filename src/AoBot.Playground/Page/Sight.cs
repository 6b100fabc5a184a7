using AoBot.Playground.Page.Text;
using AoBot.Playground.Workspace;
using NodaTime;

namespace AoBot.Playground.Page;

/// <summary>What one browser window looks at: as whom, and where.</summary>
/// <param name="Reader">As whom.</param>
/// <param name="Channel">None for the bot's Home.</param>
/// <param name="Thread">The first message of the thread that is open beside the channel.</param>
public sealed record Sight(Reader Reader, WorkspaceChannel? Channel, string? Thread)
{
    /// <summary>What stands in the address for the Home.</summary>
    public const string Home = "home";

    public WorkspaceUser Person => Reader.Person;

    public PlaygroundWorkspace Workspace => Reader.Workspace;

    public string At => Channel?.Id ?? Home;

    public string Title => Channel switch { null => "AoBot", { IsDirect: true } => "AoBot", _ => "#" + Channel.Name };

    public string Address => Reader.AddressOf(At);

    /// <summary>The person, the place and the thread of an address; whoever and wherever is not there becomes the first staff member and the program's channel.</summary>
    public static Sight Of(PlaygroundWorkspace workspace, TimeProvider time, string? person, string? at, string? thread)
    {
        var user = workspace.FindUser(person) is { IsBot: false } known ? known : workspace.FindUser(Cast.Fay)!;
        var reader = new Reader(user, workspace, Instant.FromDateTimeOffset(time.GetUtcNow()));
        if (at == Home)
        {
            return new Sight(reader, null, null);
        }

        var own = workspace.ChannelsOf(user.Id);
        var channel = own.FirstOrDefault(channel => channel.Id == at) ?? own.FirstOrDefault(channel => channel.Id == Cast.AlphaOmega) ?? own.FirstOrDefault() ?? workspace.Direct(user.Id);
        var isThread = thread is not null && workspace.FindMessage(channel.Id, thread) is { IsEphemeral: false } first && first.IsVisibleTo(user.Id);
        return new Sight(reader, channel, isThread ? thread : null);
    }
}
