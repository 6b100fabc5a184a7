using System.Text.Json;
using System.Text.Json.Serialization;
using AoBot.Slack.Blocks;

namespace AoBot.Slack.Api;

/// <summary>Hands blocks in a request over to <see cref="SlackJson"/>.</summary>
internal sealed class BlocksWriter : JsonConverter<IReadOnlyList<Block>>
{
    public override IReadOnlyList<Block> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Requests are only written.");

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Block> value, JsonSerializerOptions options) =>
        writer.WriteRawValue(SlackJson.Serialize(value), skipInputValidation: true);
}

/// <summary>Hands a view in a request over to <see cref="SlackJson"/>.</summary>
internal sealed class ViewWriter : JsonConverter<View>
{
    public override View Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Requests are only written.");

    public override void Write(Utf8JsonWriter writer, View value, JsonSerializerOptions options) =>
        writer.WriteRawValue(SlackJson.Serialize(value), skipInputValidation: true);
}
