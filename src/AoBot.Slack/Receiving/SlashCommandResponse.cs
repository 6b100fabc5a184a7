using System.Buffers;
using System.Text.Json;
using AoBot.Slack.Blocks;

namespace AoBot.Slack.Receiving;

/// <summary>
/// The answer to a slash command. Who sees it is always stated.
/// See https://docs.slack.dev/interactivity/implementing-slash-commands#responding_to_commands.
/// </summary>
public sealed class SlashCommandResponse
{
    private SlashCommandResponse(ReadOnlyMemory<byte> json) => Utf8Json = json;

    /// <summary>No message at all; the person sees nothing but their own command vanish.</summary>
    public static SlashCommandResponse Empty { get; } = new(default);

    /// <summary>The message as JSON; empty for <see cref="Empty"/>.</summary>
    public ReadOnlyMemory<byte> Utf8Json { get; }

    /// <summary>Only the person who asked sees it.</summary>
    /// <param name="body">The message: at most 50 blocks.</param>
    public static SlashCommandResponse Ephemeral(MessageBody body) => new(Write("ephemeral"u8, body));

    /// <summary>Everybody in the channel sees it, and the command itself.</summary>
    /// <param name="body">The message: at most 50 blocks.</param>
    public static SlashCommandResponse InChannel(MessageBody body) => new(Write("in_channel"u8, body));

    /// <summary>An answer that is serialised already, as <see cref="Utf8Json"/> gives it: the way for answers kept ready.</summary>
    /// <param name="utf8">The JSON object with its <c>response_type</c>. Not copied: it must not change any more.</param>
    public static SlashCommandResponse Json(ReadOnlyMemory<byte> utf8) => new(utf8);

    private static ReadOnlyMemory<byte> Write(ReadOnlySpan<byte> responseType, MessageBody body)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, JsonWriting.Options))
        {
            json.WriteStartObject();
            json.WriteString("response_type"u8, responseType);
            json.WriteString("text"u8, body.EscapedText);
            if (body.Blocks is { Count: > 0 } blocks)
            {
                json.WritePropertyName("blocks"u8);
                JsonWriting.Blocks(json, blocks);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
