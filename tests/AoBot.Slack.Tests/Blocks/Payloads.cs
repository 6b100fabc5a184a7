using AoBot.Slack.Blocks;

namespace AoBot.Slack.Tests.Blocks;

/// <summary>One of every block and element with every field this library knows: what round trips and is shown to tsc.</summary>
internal static class Payloads
{
    private const string Web = "https://alpha-omega.dev/report";
    private static readonly ConfirmDialog Sure = new("Sure?", Mrkdwn.Of($"*Really?*"), "Yes", "No") { Style = ButtonStyle.Danger };
    private static readonly Option One = new("One", "1") { Description = "The first" };
    private static readonly Option Two = new("Two", "2");
    private static readonly Option Rich = new(Mrkdwn.Of($"*Three*"), "3");
    private static readonly ImageElement Picture = new("A chart") { ImageUrl = "https://alpha-omega.dev/a.png" };
    private static readonly RichTextBlock Words = new([new RichTextSection(["Words"])]);

    /// <summary>Elements, each in a place where it may stand.</summary>
    internal static IReadOnlyList<BlockElement> ActionElements { get; } =
    [
        new Button("share", "Share") { Value = "v", Url = Web, Style = ButtonStyle.Primary, Confirm = Sure, AccessibilityLabel = "Share it" },
        new WorkflowButton("run", "Run", new(new("https://slack.com/shortcuts/Ft1/abc", [new("name", "value")])))
        {
            Style = ButtonStyle.Danger, AccessibilityLabel = "Run it", Confirm = Sure,
        },
        new OverflowMenu("more", [One with { Url = Web }, Two]) { Confirm = Sure },
        new Checkboxes("boxes", [One, Rich]) { InitialOptions = [Rich], Confirm = Sure },
        new RadioButtons("radio", [One, Rich]) { InitialOption = One, Confirm = Sure },
        new DatePicker("day") { InitialDate = "2024-06-28", Placeholder = "Day", Confirm = Sure },
        new TimePicker("hour") { InitialTime = "09:30", Timezone = "Europe/Berlin", Placeholder = "Hour", Confirm = Sure },
        new DateTimePicker("instant") { InitialDateTime = 1_719_568_800, Confirm = Sure },
        new StaticSelect("static") { Options = [One, Two], InitialOption = One, Placeholder = "Pick", Confirm = Sure },
        new StaticSelect("groups") { OptionGroups = [new("Group", [One]), new("Other", [Two])] },
        new ExternalSelect("external") { InitialOption = One, MinQueryLength = 2, Placeholder = "Pick" },
        new UsersSelect("users") { InitialUser = "U1", Placeholder = "Pick" },
        new ConversationsSelect("conversations")
        {
            InitialConversation = "C1", DefaultToCurrentConversation = true, Placeholder = "Pick",
            Filter = new() { Include = [ConversationKind.Im, ConversationKind.Public], ExcludeBotUsers = true, ExcludeExternalSharedChannels = true },
        },
        new ChannelsSelect("channels") { InitialChannel = "C1", Placeholder = "Pick" },
        new MultiStaticSelect("multi_static") { Options = [One, Two], InitialOptions = [One], MaxSelectedItems = 2, Confirm = Sure },
        new MultiStaticSelect("multi_groups") { OptionGroups = [new("Group", [One, Two])] },
        new MultiExternalSelect("multi_external") { InitialOptions = [One], MinQueryLength = 1, MaxSelectedItems = 3 },
        new MultiUsersSelect("multi_users") { InitialUsers = ["U1"], MaxSelectedItems = 3 },
        new MultiConversationsSelect("multi_conversations")
        {
            InitialConversations = ["C1"], DefaultToCurrentConversation = false, MaxSelectedItems = 3,
            Filter = new() { Include = [ConversationKind.Mpim, ConversationKind.Private] },
        },
        new MultiChannelsSelect("multi_channels") { InitialChannels = ["C1"], MaxSelectedItems = 3, Placeholder = "Pick" },
    ];

    /// <summary>Blocks of a message; two arrays because a message has one table of each kind and two charts.</summary>
    internal static IReadOnlyList<Block> Message { get; } =
    [
        new HeaderBlock("Status of June") { BlockId = "head" },
        new SectionBlock(Mrkdwn.Of($"*{"R&D <now>"}*"), ["left", Mrkdwn.Of($"right")], Picture, Expand: true) { BlockId = "section" },
        new SectionBlock("words", Accessory: new Button("open", "Open")),
        new DividerBlock(),
        new ContextBlock(["plain", Mrkdwn.Escape("a < b"), Picture, new ImageElement("File") { SlackFile = new() { Id = "F1" } }]),
        new ActionsBlock(ActionElements),
        new ContextActionsBlock(
        [
            new FeedbackButtons("feedback", new("Good", "1") { AccessibilityLabel = "Was good" }, new("Bad", "0")),
            new IconButton("drop", "trash", "Drop") { Value = "1", Confirm = Sure, AccessibilityLabel = "Drop it", VisibleToUserIds = ["U1"] },
        ]),
        new InputBlock("Name", new PlainTextInput("input")) { Hint = "As in the report", Optional = true, DispatchAction = true },
        new ImageBlock("A chart") { ImageUrl = Web, Title = "Chart" },
        new ImageBlock("A file") { SlackFile = new() { Url = Web } },
        new VideoBlock("Talk", "https://alpha-omega.dev/v", "https://alpha-omega.dev/t.png", "A talk")
        {
            TitleUrl = Web, AuthorName = "Somebody", ProviderName = "Videos", ProviderIconUrl = Web, Description = "A long talk",
        },
        new FileBlock("ABCD1"),
        new MarkdownBlock("# Heading\n\n**bold**"),
        new TableBlock([["Id", "Status"], ["1.1", Words], [TableCell.Number(3, "3"), "x"]], [new(ColumnAlign.Right, true), new(ColumnAlign.Center)]),
        new DataTableBlock("Grants", [["Name", "Sum"], ["Python", TableCell.Number(1.5m, "1.5")], [Words, "x"]]) { PageSize = 10, RowHeaderColumnIndex = 1 },
        new CardBlock
        {
            HeroImage = Picture, Icon = Picture, Title = Mrkdwn.Of($"Title"), Subtitle = Mrkdwn.Of($"Sub"), Body = Mrkdwn.Of($"Body"),
            Actions = [new Button("card", "Open")],
        },
        new CarouselBlock([new CardBlock { Title = Mrkdwn.Of($"One") }, new CardBlock { Body = Mrkdwn.Of($"Two") }]),
        new ContainerBlock([new DividerBlock(), new SectionBlock("in it")])
        {
            Title = "Container", RichTextTitle = Words, Subtitle = Mrkdwn.Of($"sub"), Width = ContainerWidth.Wide, Icon = Picture,
            IsCollapsible = true, DefaultCollapsed = true, HasHeaderDivider = false,
        },
        new PlanBlock("Plan", [new TaskCardBlock("t2", "Second", TaskCardStatus.Pending)]),
        new TaskCardBlock("t1", "First", TaskCardStatus.InProgress) { Details = Words, Output = Words, Sources = [new UrlSource(Web, "Report")] },
        AllRichText(),
    ];

    internal static IReadOnlyList<Block> Charts { get; } =
    [
        new DataVisualizationBlock("Spent", new PieChart([new("Python", 45.5m), new("Rust", 28)])) { BlockId = "pie" },
        new DataVisualizationBlock("By month", new BarChart([new("2024", [new("May", 2), new("June", -1)])], new(["May", "June"], "Month", "Sum"))),
    ];

    internal static IReadOnlyList<Block> MoreCharts { get; } =
    [
        new DataVisualizationBlock("Area", new AreaChart([new("2024", [new("May", 2)])], new(["May"]))),
        new DataVisualizationBlock("Line", new LineChart([new("2024", [new("May", 2)]), new("2023", [new("May", 3)])], new(["May"]))),
    ];

    internal static ModalView Modal { get; } = new("Edit", [.. Inputs(), new AlertBlock("Mind this", AlertLevel.Warning), new AlertBlock("Plain")])
    {
        Submit = "Save",
        Close = "Cancel",
        CallbackId = "edit",
        PrivateMetadata = "{}",
        ExternalId = "e1",
        ClearOnClose = true,
        NotifyOnClose = true,
    };

    internal static HomeView Home { get; } = new([new HeaderBlock("Home"), new SectionBlock("Hello")])
    {
        CallbackId = "home",
        PrivateMetadata = "x",
        ExternalId = "h1",
    };

    internal static MessageBody Body { get; } = new("KR 1.1 is on track.", [new SectionBlock("KR 1.1 is on track.")]);

    private static IEnumerable<Block> Inputs()
    {
        var dispatch = new DispatchActionConfig([DispatchTrigger.OnEnterPressed, DispatchTrigger.OnCharacterEntered]);
        BlockElement[] inputs =
        [
            new PlainTextInput("text")
            {
                InitialValue = "x", Multiline = true, MinLength = 1, MaxLength = 100, Placeholder = "Type", DispatchActionConfig = dispatch, FocusOnLoad = true,
            },
            new RichTextInput("rich") { InitialValue = Words, MinLines = 2, MaxLines = 10, Placeholder = "Type" },
            new NumberInput("number", true) { InitialValue = "2", MinValue = "1", MaxValue = "3.5" },
            new EmailInput("mail") { InitialValue = "a@example.org" },
            new UrlInput("url") { InitialValue = Web },
            new FileInput("file") { Filetypes = ["pdf"], MaxFiles = 2 },
            new ConversationsSelect("where") { ResponseUrlEnabled = true },
            new ChannelsSelect("channel") { ResponseUrlEnabled = true },
        ];
        return inputs.Concat(ActionElements.Where(element => element is not (Button or WorkflowButton or OverflowMenu)))
            .Select((element, i) => new InputBlock($"Field {i}", element) { BlockId = $"input.{i}" });
    }

    private static RichTextBlock AllRichText()
    {
        var style = new RichTextStyle { Bold = true, Italic = true, Strike = false, Code = true, Underline = true };
        RichTextSection all = new(
        [
            "text", new RichTextText("bold") { Style = style }, new RichTextLink(Web, "link") { Unsafe = false, Style = style },
            new RichTextUser("U1"), new RichTextUsergroup("S1"), new RichTextChannel("C1"), new RichTextTeam("T1"),
            new RichTextBroadcast(BroadcastRange.Here), new RichTextEmoji("wave") { Unicode = "1f44b", Url = Web },
            new RichTextDate(1_719_568_800, "{date_long}") { Url = Web, Fallback = "28 June 2024 10:00 UTC" }, new RichTextColor("#F405B3"),
        ]);
        return new(
        [
            all,
            new RichTextList(RichTextListStyle.Ordered, [all, new(["two"])]) { Indent = 1, Border = 1 },
            new RichTextQuote([new RichTextText("quoted")]) { Border = 1 },
            new RichTextPreformatted(["code", new RichTextLink(Web)]) { Border = 0 },
        ]);
    }
}
