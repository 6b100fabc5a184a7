using AoBot.Playground.Page.Text;
using AoBot.Slack.Blocks;

namespace AoBot.Playground.Page.Blocks;

/// <summary>What a menu offers: its own options, or the people and channels of the workspace.</summary>
internal static class Offers
{
    public static IReadOnlyList<Option> Of(BlockElement element, Reader reader) => element switch
    {
        StaticSelect menu => Listed(menu.Options, menu.OptionGroups),
        MultiStaticSelect menu => Listed(menu.Options, menu.OptionGroups),
        UsersSelect or MultiUsersSelect => People(reader),
        ChannelsSelect or MultiChannelsSelect => Channels(reader),
        ConversationsSelect or MultiConversationsSelect => [.. Channels(reader), .. People(reader)],
        _ => [],
    };

    private static IReadOnlyList<Option> Listed(IReadOnlyList<Option>? options, IReadOnlyList<OptionGroup>? groups) =>
        [.. options ?? [], .. (groups ?? []).SelectMany(group => group.Options)];

    private static IReadOnlyList<Option> People(Reader reader) =>
        [.. reader.Workspace.Users.Where(user => !user.IsBot).Select(user => new Option(new PlainText(user.Name), user.Id))];

    private static IReadOnlyList<Option> Channels(Reader reader) =>
        [.. reader.Workspace.ChannelsOf(reader.Person.Id).Where(channel => !channel.IsDirect).Select(channel => new Option(new PlainText("#" + channel.Name), channel.Id))];
}
