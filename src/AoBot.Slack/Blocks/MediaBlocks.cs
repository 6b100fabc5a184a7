namespace AoBot.Slack.Blocks;

/// <summary>An image on its own. In messages, modals and Home. Exactly one of address and Slack file is set.</summary>
/// <param name="AltText">What screen readers say; required, at most 2,000 characters, no markup.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/image-block</remarks>
public sealed record ImageBlock(string AltText) : Block("image")
{
    /// <summary>A public http or https address; at most 3,000 characters.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>A file in Slack, instead of an address.</summary>
    public SlackFile? SlackFile { get; init; }

    /// <summary>A title over the image; at most 2,000 characters.</summary>
    public PlainText? Title { get; init; }
}

/// <summary>An image file (png, jpg, gif) in Slack, by exactly one of id and address.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object</remarks>
public sealed record SlackFile : SlackObject
{
    /// <summary>The file's id, <c>F…</c>.</summary>
    public string? Id { get; init; }

    /// <summary>The file's <c>url_private</c> or permalink.</summary>
    public string? Url { get; init; }
}

/// <summary>An embedded video; needs the scope <c>links.embed:write</c>. In messages, modals and Home.</summary>
/// <param name="Title">1 to 199 characters.</param>
/// <param name="VideoUrl">The https address to embed, on one of the app's unfurl domains.</param>
/// <param name="ThumbnailUrl">The address of a still image.</param>
/// <param name="AltText">What screen readers say; required.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/video-block</remarks>
public sealed record VideoBlock(PlainText Title, string VideoUrl, string ThumbnailUrl, string AltText) : Block("video")
{
    /// <summary>The https address the title leads to.</summary>
    public string? TitleUrl { get; init; }

    /// <summary>Who made it; at most 49 characters.</summary>
    public string? AuthorName { get; init; }

    /// <summary>Where it is hosted, such as YouTube.</summary>
    public string? ProviderName { get; init; }

    /// <summary>An icon of the host.</summary>
    public string? ProviderIconUrl { get; init; }

    /// <summary>What it shows; at most 199 characters.</summary>
    public PlainText? Description { get; init; }
}

/// <summary>A remote file. Slack sends it in messages it returns; an app cannot add it itself.</summary>
/// <param name="ExternalId">The file's external id.</param>
/// <param name="Source">Where it lives; always <c>remote</c>.</param>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks/file-block</remarks>
public sealed record FileBlock(string ExternalId, string Source = "remote") : Block("file");

/// <summary>A call made with the Calls API. In messages only; what Slack adds to it is in the extra fields.</summary>
/// <param name="CallId">The id that <c>calls.add</c> gave.</param>
/// <remarks>https://docs.slack.dev/apis/web-api/using-the-calls-api</remarks>
public sealed record CallBlock(string CallId) : Block("call");
