using System.Text.Json;
using System.Text.Json.Serialization;

namespace AoBot.Slack.Api;

/// <summary>
/// What is sent and read, in Slack's spelling. Reading forgives what it can (unknown fields, numbers as text, a null where a yes
/// or no belongs) but not the absence of what the caller lives on.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = true,
    Converters = [typeof(NullIsNo)])]
[JsonSerializable(typeof(SlackEnvelope))]
[JsonSerializable(typeof(NoArguments))]
[JsonSerializable(typeof(AuthTest))]
[JsonSerializable(typeof(PostMessageRequest))]
[JsonSerializable(typeof(UpdateMessageRequest))]
[JsonSerializable(typeof(PostEphemeralRequest))]
[JsonSerializable(typeof(PostedMessage))]
[JsonSerializable(typeof(PostedEphemeral))]
[JsonSerializable(typeof(UserArgument))]
[JsonSerializable(typeof(UserAnswer))]
[JsonSerializable(typeof(UsergroupArgument))]
[JsonSerializable(typeof(UsergroupMembers))]
[JsonSerializable(typeof(OpenViewRequest))]
[JsonSerializable(typeof(UpdateViewRequest))]
[JsonSerializable(typeof(PublishViewRequest))]
[JsonSerializable(typeof(ViewAnswer))]
[JsonSerializable(typeof(ChannelArgument))]
[JsonSerializable(typeof(ConversationAnswer))]
[JsonSerializable(typeof(HistoryArguments))]
[JsonSerializable(typeof(RepliesArguments))]
[JsonSerializable(typeof(SlackHistory))]
[JsonSerializable(typeof(OpenArguments))]
[JsonSerializable(typeof(OpenedConversation))]
[JsonSerializable(typeof(ResponseUrlRequest))]
internal sealed partial class SlackApiJson : JsonSerializerContext;

/// <summary>Slack now and then answers null where its pages promise a yes or no.</summary>
internal sealed class NullIsNo : JsonConverter<bool>
{
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType != JsonTokenType.Null && reader.GetBoolean();

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
