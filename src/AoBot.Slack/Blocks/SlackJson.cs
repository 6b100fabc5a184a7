using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AoBot.Slack.Blocks;

/// <summary>
/// Block Kit as JSON: names in snake case, nothing for null. Reading throws <see cref="JsonException"/> and nothing else,
/// and only when the text is no JSON or not an array or object where one belongs: unknown blocks, elements and fields are kept.
/// A field that is null in what was read is absent in what is written.
/// </summary>
/// <remarks>https://docs.slack.dev/reference/block-kit</remarks>
public static class SlackJson
{
    private static readonly BlockJsonContext Context = new(new JsonSerializerOptions(BlockJsonContext.Default.Options)
    {
        // Letters and signs stay as they are (emoji alone are escaped): the JSON goes over HTTP and is never put into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The options in use, with the contracts of all types of this namespace; read-only.</summary>
    public static JsonSerializerOptions Options => Context.Options;

    /// <summary>Blocks as a JSON array.</summary>
    /// <param name="blocks">The blocks.</param>
    public static string Serialize(IReadOnlyList<Block> blocks) =>
        JsonSerializer.Serialize(blocks, Context.IReadOnlyListBlock);

    /// <summary>A view as a JSON object.</summary>
    /// <param name="view">The view.</param>
    public static string Serialize(View view) => JsonSerializer.Serialize(view, Context.View);

    /// <summary>A message body as a JSON object of <c>text</c> and <c>blocks</c>.</summary>
    /// <param name="body">The body.</param>
    public static string Serialize(MessageBody body) => JsonSerializer.Serialize(body, Context.MessageBody);

    /// <summary>A message body as UTF-8 JSON.</summary>
    /// <param name="body">The body.</param>
    public static byte[] SerializeToUtf8Bytes(MessageBody body) =>
        JsonSerializer.SerializeToUtf8Bytes(body, Context.MessageBody);

    /// <summary>A view as UTF-8 JSON.</summary>
    /// <param name="view">The view.</param>
    public static byte[] SerializeToUtf8Bytes(View view) => JsonSerializer.SerializeToUtf8Bytes(view, Context.View);

    /// <summary>Reads an array of blocks.</summary>
    /// <param name="json">The JSON.</param>
    /// <exception cref="JsonException">It is no JSON array of objects.</exception>
    public static IReadOnlyList<Block> ReadBlocks(string json) => Read(json, Context.IReadOnlyListBlock);

    /// <summary>Reads a view.</summary>
    /// <param name="json">The JSON.</param>
    /// <exception cref="JsonException">It is no JSON object.</exception>
    public static View ReadView(string json) => Read(json, Context.View);

    /// <summary>Reads the text and blocks of a message; other fields are passed over.</summary>
    /// <param name="json">The JSON.</param>
    /// <exception cref="JsonException">It is no JSON object with a text.</exception>
    public static MessageBody ReadMessageBody(string json) => Read(json, Context.MessageBody);

    private static T Read<T>(string json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(json, type) ?? throw new JsonException("Expected JSON, found null.");
}

/// <summary>The contracts the compiler writes; kinds that only converters name are listed here.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IReadOnlyList<Block>))]
[JsonSerializable(typeof(View))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(ActionsBlock))]
[JsonSerializable(typeof(AlertBlock))]
[JsonSerializable(typeof(AreaChart))]
[JsonSerializable(typeof(BarChart))]
[JsonSerializable(typeof(Button))]
[JsonSerializable(typeof(CallBlock))]
[JsonSerializable(typeof(CardBlock))]
[JsonSerializable(typeof(CarouselBlock))]
[JsonSerializable(typeof(ChannelsSelect))]
[JsonSerializable(typeof(Checkboxes))]
[JsonSerializable(typeof(ContainerBlock))]
[JsonSerializable(typeof(ContextActionsBlock))]
[JsonSerializable(typeof(ContextBlock))]
[JsonSerializable(typeof(ConversationsSelect))]
[JsonSerializable(typeof(DataTableBlock))]
[JsonSerializable(typeof(DataVisualizationBlock))]
[JsonSerializable(typeof(DatePicker))]
[JsonSerializable(typeof(DateTimePicker))]
[JsonSerializable(typeof(DividerBlock))]
[JsonSerializable(typeof(EmailInput))]
[JsonSerializable(typeof(ExternalSelect))]
[JsonSerializable(typeof(FeedbackButtons))]
[JsonSerializable(typeof(FileBlock))]
[JsonSerializable(typeof(FileInput))]
[JsonSerializable(typeof(HeaderBlock))]
[JsonSerializable(typeof(HomeView))]
[JsonSerializable(typeof(IconButton))]
[JsonSerializable(typeof(ImageBlock))]
[JsonSerializable(typeof(ImageElement))]
[JsonSerializable(typeof(InputBlock))]
[JsonSerializable(typeof(LineChart))]
[JsonSerializable(typeof(MarkdownBlock))]
[JsonSerializable(typeof(ModalView))]
[JsonSerializable(typeof(MrkdwnText))]
[JsonSerializable(typeof(MultiChannelsSelect))]
[JsonSerializable(typeof(MultiConversationsSelect))]
[JsonSerializable(typeof(MultiExternalSelect))]
[JsonSerializable(typeof(MultiStaticSelect))]
[JsonSerializable(typeof(MultiUsersSelect))]
[JsonSerializable(typeof(NumberInput))]
[JsonSerializable(typeof(OverflowMenu))]
[JsonSerializable(typeof(PieChart))]
[JsonSerializable(typeof(PlainText))]
[JsonSerializable(typeof(PlainTextInput))]
[JsonSerializable(typeof(PlanBlock))]
[JsonSerializable(typeof(RadioButtons))]
[JsonSerializable(typeof(RawNumber))]
[JsonSerializable(typeof(RawText))]
[JsonSerializable(typeof(RichTextBlock))]
[JsonSerializable(typeof(RichTextBroadcast))]
[JsonSerializable(typeof(RichTextChannel))]
[JsonSerializable(typeof(RichTextColor))]
[JsonSerializable(typeof(RichTextDate))]
[JsonSerializable(typeof(RichTextEmoji))]
[JsonSerializable(typeof(RichTextInput))]
[JsonSerializable(typeof(RichTextLink))]
[JsonSerializable(typeof(RichTextList))]
[JsonSerializable(typeof(RichTextPreformatted))]
[JsonSerializable(typeof(RichTextQuote))]
[JsonSerializable(typeof(RichTextSection))]
[JsonSerializable(typeof(RichTextTeam))]
[JsonSerializable(typeof(RichTextText))]
[JsonSerializable(typeof(RichTextUser))]
[JsonSerializable(typeof(RichTextUsergroup))]
[JsonSerializable(typeof(SectionBlock))]
[JsonSerializable(typeof(StaticSelect))]
[JsonSerializable(typeof(TableBlock))]
[JsonSerializable(typeof(TaskCardBlock))]
[JsonSerializable(typeof(TimePicker))]
[JsonSerializable(typeof(UrlInput))]
[JsonSerializable(typeof(UrlSource))]
[JsonSerializable(typeof(UsersSelect))]
[JsonSerializable(typeof(VideoBlock))]
[JsonSerializable(typeof(WorkflowButton))]
internal sealed partial class BlockJsonContext : JsonSerializerContext;
