using System.Text.Json.Nodes;
using AoBot.Playground.Workspace;
using AoBot.Slack.Blocks;

namespace AoBot.Playground.Traffic;

/// <summary>
/// Puts into the workspace what the bot answers in a command's response or by a response_url.
/// https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
/// </summary>
public sealed class Delivery(PlaygroundWorkspace workspace)
{
    /// <summary>Takes a command's answer; Slack's word where it cannot be shown.</summary>
    public string? TakeCommandAnswer(ResponseUrlContext context, string body)
    {
        if (string.IsNullOrWhiteSpace(body))
        {
            return null;
        }

        // A plain text is shown as it is, to the person alone.
        return Take(context, Json.TryParse(body) as JsonObject ?? new JsonObject { ["text"] = body }) is null ? null : "invalid_command_response";
    }

    /// <summary>Takes what was sent to a response_url; Slack's word where it cannot be shown.</summary>
    public string? Take(ResponseUrlContext context, JsonObject message)
    {
        if (message.Flag("delete_original"))
        {
            return context.MessageTs is { } original && workspace.Delete(context.Channel, original, Cast.BotUser) ? null : "message_not_found";
        }

        IReadOnlyList<Block> blocks = [];
        if (message["blocks"] is { } sent)
        {
            if (SentBlocks.Read(sent) is not { } read || SentBlocks.Problems(read).Count > 0)
            {
                return "invalid_blocks";
            }

            blocks = read;
        }

        var text = message.Text("text") ?? "";
        if (text.Length == 0 && blocks.Count == 0)
        {
            return "no_text";
        }

        if (message.Flag("replace_original") && context.MessageTs is { } replaced
            && workspace.Edit(context.Channel, replaced, Cast.BotUser, text, blocks, markEdited: workspace.FindMessage(context.Channel, replaced) is { IsEphemeral: false }) is not null)
        {
            return null;
        }

        var thread = message.Text("thread_ts") ?? context.ThreadTs;
        workspace.Post(new NewMessage(context.Channel, Cast.BotUser, text)
        {
            Blocks = blocks,
            ThreadTs = thread,
            EphemeralTo = message.Text("response_type") == "in_channel" ? null : context.User,
        });
        return null;
    }
}
