namespace AoBot.Slack.Blocks;

/// <summary>
/// Slack's limits. Lengths are in UTF-16 code units of the text as sent: an entity (<c>&amp;amp;</c>) counts as written and
/// an emoji two or more. Slack does not say how it counts; this count is never below any it may use.
/// </summary>
/// <remarks>https://docs.slack.dev/reference/block-kit</remarks>
public static class BlockLimits
{
    /// <summary>Blocks of a message.</summary>
    public const int BlocksInMessage = 50;

    /// <summary>Blocks of a modal or a Home tab.</summary>
    public const int BlocksInView = 100;

    /// <summary>Characters of a <c>block_id</c>, an <c>action_id</c>, a <c>callback_id</c> or an <c>external_id</c>.</summary>
    public const int Id = 255;

    /// <summary>Characters of any text object where no smaller limit holds.</summary>
    public const int Text = 3_000;

    /// <summary>Characters of the top-level text of a message: more is possible, but editing it then fails.</summary>
    public const int MessageText = 4_000;

    /// <summary>Characters of an address in a button, an option or an image.</summary>
    public const int Url = 3_000;

    /// <summary>Characters of a section's text.</summary>
    public const int SectionText = 3_000;

    /// <summary>Fields of a section.</summary>
    public const int SectionFields = 10;

    /// <summary>Characters of a section's field.</summary>
    public const int SectionField = 2_000;

    /// <summary>Characters of a header.</summary>
    public const int HeaderText = 150;

    /// <summary>The smallest size of a header, the largest being 1.</summary>
    public const int HeaderLevel = 4;

    /// <summary>Elements of a context block.</summary>
    public const int ContextElements = 10;

    /// <summary>Characters of a text in a context block.</summary>
    public const int ContextText = 2_000;

    /// <summary>Elements of an actions block.</summary>
    public const int ActionsElements = 25;

    /// <summary>Elements of a context actions block.</summary>
    public const int ContextActionsElements = 5;

    /// <summary>Characters of an alert.</summary>
    public const int AlertText = 200;

    /// <summary>Characters of an input's label or hint.</summary>
    public const int InputLabel = 2_000;

    /// <summary>Characters of a placeholder.</summary>
    public const int Placeholder = 150;

    /// <summary>Characters a plain text input takes.</summary>
    public const int InputText = 3_000;

    /// <summary>Lines a rich text input shows.</summary>
    public const int InputLines = 100;

    /// <summary>Files a file input takes.</summary>
    public const int InputFiles = 10;

    /// <summary>Characters of an image's alternative text or title.</summary>
    public const int ImageText = 2_000;

    /// <summary>Characters of a video's title or description.</summary>
    public const int VideoText = 199;

    /// <summary>Characters of a video's author.</summary>
    public const int VideoAuthor = 49;

    /// <summary>Characters of all markdown blocks of a message together.</summary>
    public const int MarkdownInMessage = 12_000;

    /// <summary>Rows of a table.</summary>
    public const int TableRows = 100;

    /// <summary>Cells of a row, and column settings.</summary>
    public const int TableColumns = 20;

    /// <summary>Characters of all cells of a table together.</summary>
    public const int TableText = 10_000;

    /// <summary>Tables of a message; data tables are counted apart, with the same limit.</summary>
    public const int TablesInMessage = 1;

    /// <summary>The fewest rows of a data table, the header among them.</summary>
    public const int DataTableMinRows = 2;

    /// <summary>Rows of a data table, the header among them.</summary>
    public const int DataTableRows = 101;

    /// <summary>Rows of a page of a data table.</summary>
    public const int DataTablePage = 100;

    /// <summary>Charts of a message.</summary>
    public const int ChartsInMessage = 2;

    /// <summary>Characters of a chart's title, or of the name of an axis.</summary>
    public const int ChartTitle = 50;

    /// <summary>Slices of a pie, or series of another chart.</summary>
    public const int ChartSeries = 6;

    /// <summary>Values of a series, and categories.</summary>
    public const int ChartPoints = 20;

    /// <summary>Characters of a label of a slice, a series or a category.</summary>
    public const int ChartLabel = 20;

    /// <summary>Characters of a card's title or subtitle.</summary>
    public const int CardTitle = 150;

    /// <summary>Characters of a card's body.</summary>
    public const int CardBody = 200;

    /// <summary>Cards of a carousel.</summary>
    public const int CarouselCards = 10;

    /// <summary>Blocks in a container.</summary>
    public const int ContainerBlocks = 10;

    /// <summary>Characters of a container's title or subtitle.</summary>
    public const int ContainerTitle = 150;

    /// <summary>Characters of a button's text or accessibility label.</summary>
    public const int ButtonText = 75;

    /// <summary>Characters of a button's value.</summary>
    public const int ButtonValue = 2_000;

    /// <summary>Characters of an option's text or description, or of a group's label.</summary>
    public const int OptionText = 75;

    /// <summary>Characters of an option's value. Slack takes 150 in some menus; 75 works in all.</summary>
    public const int OptionValue = 75;

    /// <summary>Options of a menu or a group, and groups of a menu.</summary>
    public const int SelectOptions = 100;

    /// <summary>Options of an overflow menu; the fewest is 1.</summary>
    public const int OverflowOptions = 5;

    /// <summary>Options of checkboxes and radio buttons.</summary>
    public const int ChoiceOptions = 10;

    /// <summary>Characters of a confirmation's title.</summary>
    public const int ConfirmTitle = 100;

    /// <summary>Characters of a confirmation's text.</summary>
    public const int ConfirmText = 300;

    /// <summary>Characters of a confirmation's buttons.</summary>
    public const int ConfirmButton = 30;

    /// <summary>Indentation of a list in rich text.</summary>
    public const int ListIndent = 8;

    /// <summary>Characters of a modal's title and of its submit and close buttons.</summary>
    public const int ViewTitle = 24;

    /// <summary>Characters of a view's private metadata.</summary>
    public const int PrivateMetadata = 3_000;

    /// <summary>Bytes of a view as UTF-8 JSON: Slack says 250 KB, taken as the smaller thousand.</summary>
    public const int ViewBytes = 250_000;

    /// <summary>Modals in a stack.</summary>
    public const int ViewStack = 3;
}
