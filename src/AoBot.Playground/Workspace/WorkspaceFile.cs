using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AoBot.Playground.Repository;
using AoBot.Slack.Blocks;

namespace AoBot.Playground.Workspace;

/// <summary>The workspace beside the bot's database, as JSON. It is replaced as a whole: whoever reads it finds the one before or the one after.</summary>
/// <param name="database">The file named by <c>--data</c>.</param>
public sealed class WorkspaceFile(string database)
{
    public string Path { get; } = database + ".workspace.json";

    /// <summary>None where there is no file yet.</summary>
    /// <exception cref="ConfigurationException">It cannot be read.</exception>
    public WorkspaceState? Read()
    {
        try
        {
            return File.Exists(Path) ? JsonSerializer.Deserialize(File.ReadAllBytes(Path), WorkspaceFileContext.Default.KeptWorkspace)?.State() : null;
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException("--data", $"has a workspace in {Path} that cannot be read ({problem.Message})", "move that file away to go on without its messages, or name another database");
        }
    }

    /// <exception cref="ConfigurationException">It cannot be written.</exception>
    public void Write(WorkspaceState state)
    {
        try
        {
            var next = Path + ".new";
            File.WriteAllBytes(next, JsonSerializer.SerializeToUtf8Bytes(KeptWorkspace.Of(state), WorkspaceFileContext.Default.KeptWorkspace));
            File.Move(next, Path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException("--data", $"keeps its workspace in {Path}, which cannot be written ({problem.Message})", "name a file in a folder that may be written to");
        }
    }
}

/// <summary>The shape of the file: blocks and views stand in it as the bot sent them.</summary>
/// <param name="ProgramTime">As <see cref="WorkspaceState.ProgramTime"/>.</param>
/// <param name="Channels">As <see cref="WorkspaceState.Channels"/>.</param>
/// <param name="Messages">As <see cref="WorkspaceState.Messages"/>.</param>
/// <param name="Read">As <see cref="WorkspaceState.Read"/>.</param>
/// <param name="Views">As <see cref="WorkspaceState.Views"/>.</param>
/// <param name="Repository">As <see cref="WorkspaceState.Repository"/>.</param>
internal sealed record KeptWorkspace(DateTimeOffset ProgramTime, IReadOnlyList<WorkspaceChannel> Channels, IReadOnlyList<KeptMessage> Messages, IReadOnlyList<KeptReadMark> Read, IReadOnlyList<KeptView> Views, KeptRepository? Repository = null)
{
    public static KeptWorkspace Of(WorkspaceState state) => new(
        state.ProgramTime,
        state.Channels,
        [.. state.Messages.Select(message => new KeptMessage(message, Json.Node(message.Blocks)))],
        state.Read,
        [.. state.Views.Select(view => new KeptView(view.Id, view.User, view.Hash, view.RootId, view.PreviousId, view.Values, view.Errors, Json.Node(view.View)))],
        state.Repository);

    public WorkspaceState State() => new()
    {
        Repository = Repository,
        ProgramTime = ProgramTime,
        Channels = Channels,
        Messages = [.. Messages.Select(kept => kept.Message with { Blocks = SlackJson.ReadBlocks(Json.Write(kept.Blocks)) })],
        Read = Read,
        Views =
        [
            .. Views.Select(kept => new WorkspaceView
            {
                Id = kept.Id,
                User = kept.User,
                View = SlackJson.ReadView(Json.Write(kept.Shown)),
                Hash = kept.Hash,
                RootId = kept.RootId,
                PreviousId = kept.PreviousId,
                Values = kept.Values,
                Errors = kept.Errors,
            }),
        ],
    };
}

/// <param name="Message">All but the blocks.</param>
/// <param name="Blocks">The blocks.</param>
internal sealed record KeptMessage(WorkspaceMessage Message, JsonNode Blocks);

/// <param name="Id">As <see cref="WorkspaceView.Id"/>.</param>
/// <param name="User">Whose it is.</param>
/// <param name="Hash">As <see cref="WorkspaceView.Hash"/>.</param>
/// <param name="RootId">As <see cref="WorkspaceView.RootId"/>.</param>
/// <param name="PreviousId">As <see cref="WorkspaceView.PreviousId"/>.</param>
/// <param name="Values">What was entered so far.</param>
/// <param name="Errors">What the bot found wrong.</param>
/// <param name="Shown">The view itself.</param>
internal sealed record KeptView(string Id, string User, string Hash, string RootId, string? PreviousId, JsonObject Values, IReadOnlyDictionary<string, string> Errors, JsonObject Shown);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(KeptWorkspace))]
internal sealed partial class WorkspaceFileContext : JsonSerializerContext;
