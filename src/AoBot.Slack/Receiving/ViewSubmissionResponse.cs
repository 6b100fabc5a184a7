using System.Buffers;
using System.Text.Json;
using AoBot.Slack.Blocks;

namespace AoBot.Slack.Receiving;

/// <summary>The answer to a submitted modal. See https://docs.slack.dev/surfaces/modals#updating_response.</summary>
public sealed class ViewSubmissionResponse
{
    private ViewSubmissionResponse(ReadOnlyMemory<byte> json) => Utf8Json = json;

    /// <summary>All is well: this view closes, and the one below it shows. An empty 200, as Slack demands.</summary>
    public static ViewSubmissionResponse Close { get; } = new(default);

    /// <summary>All is well: every view of the stack closes.</summary>
    public static ViewSubmissionResponse Clear { get; } = new("""{"response_action":"clear"}"""u8.ToArray());

    internal ReadOnlyMemory<byte> Utf8Json { get; }

    /// <summary>The view stays, with words below the inputs that are wrong.</summary>
    /// <param name="errors">block_id of an input block → words, plain text. Slack ignores ids of other blocks, so at least one must be an input's.</param>
    /// <exception cref="ArgumentException">There is no error.</exception>
    public static ViewSubmissionResponse Errors(IReadOnlyDictionary<string, string> errors)
    {
        if (errors.Count == 0)
        {
            throw new ArgumentException("At least one error is needed; without any, the answer is Close.", nameof(errors));
        }

        return new(Write("errors"u8, json =>
        {
            json.WriteStartObject("errors"u8);
            foreach (var (blockId, words) in errors)
            {
                json.WriteString(blockId, words);
            }

            json.WriteEndObject();
        }));
    }

    /// <summary>Another view takes this one's place.</summary>
    /// <param name="view">The view: at most 100 blocks and 250 KB.</param>
    public static ViewSubmissionResponse Update(ModalView view) => new(Write("update"u8, json => WriteView(json, view)));

    /// <summary>Another view is laid on top; at most three lie on one another.</summary>
    /// <param name="view">The view: at most 100 blocks and 250 KB.</param>
    public static ViewSubmissionResponse Push(ModalView view) => new(Write("push"u8, json => WriteView(json, view)));

    private static void WriteView(Utf8JsonWriter json, ModalView view)
    {
        json.WritePropertyName("view"u8);
        JsonWriting.View(json, view);
    }

    private static ReadOnlyMemory<byte> Write(ReadOnlySpan<byte> action, Action<Utf8JsonWriter> rest)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonWriting.Options))
        {
            json.WriteStartObject();
            json.WriteString("response_action"u8, action);
            rest(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
