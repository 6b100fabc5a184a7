using System.Globalization;
using System.Text.Json.Nodes;
using AoBot.Slack.Blocks;

namespace AoBot.Playground.Page.Blocks;

/// <summary>What an element shows as chosen: what the person entered, else what the bot set at first.</summary>
internal static class Chosen
{
    public static IReadOnlyList<string> Of(BlockElement element, JsonObject? entered) => entered is null ? Initial(element) : Entered(entered);

    public static string One(BlockElement element, JsonObject? entered) => Of(element, entered).FirstOrDefault() ?? "";

    private static IReadOnlyList<string> Entered(JsonObject entered) =>
        [.. entered.Where(field => field.Key != "type").SelectMany(field => Texts(field.Value))];

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Texts),
        JsonObject option => Texts(option["value"]),
        JsonValue value => [value.ToString()],
        _ => [],
    };

    private static IReadOnlyList<string> Initial(BlockElement element) => element switch
    {
        PlainTextInput { InitialValue: { } text } => [text],
        NumberInput { InitialValue: { } text } => [text],
        EmailInput { InitialValue: { } text } => [text],
        UrlInput { InitialValue: { } text } => [text],
        DatePicker { InitialDate: { } date } => [date],
        TimePicker { InitialTime: { } time } => [time],
        DateTimePicker { InitialDateTime: { } instant } => [instant.ToString(CultureInfo.InvariantCulture)],
        Checkboxes { InitialOptions: { } options } => Values(options),
        RadioButtons { InitialOption: { } option } => [option.Value],
        StaticSelect { InitialOption: { } option } => [option.Value],
        ExternalSelect { InitialOption: { } option } => [option.Value],
        UsersSelect { InitialUser: { } user } => [user],
        ChannelsSelect { InitialChannel: { } channel } => [channel],
        ConversationsSelect { InitialConversation: { } conversation } => [conversation],
        MultiStaticSelect { InitialOptions: { } options } => Values(options),
        MultiExternalSelect { InitialOptions: { } options } => Values(options),
        MultiUsersSelect { InitialUsers: { } users } => users,
        MultiChannelsSelect { InitialChannels: { } channels } => channels,
        MultiConversationsSelect { InitialConversations: { } conversations } => conversations,
        _ => [],
    };

    private static IReadOnlyList<string> Values(IReadOnlyList<Option> options) => [.. options.Select(option => option.Value)];
}
