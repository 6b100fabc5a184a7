namespace AoBot.Slack.Blocks;

/// <summary>The rules of each block but tables, charts and rich text.</summary>
internal sealed partial class BlockCheck
{
    private void Block(Block block, string path)
    {
        Id(block.BlockId, path, _blockIds, "block_id", "message or view");
        _actionIds.Clear();
        switch (block)
        {
            case SectionBlock section:
                Section(section, path);
                break;
            case HeaderBlock header:
                Text(header.Text, $"{path}.text", BlockLimits.HeaderText, required: true);
                Between(header.Level, $"{path}.level", 1, BlockLimits.HeaderLevel);
                break;
            case ContextBlock context:
                Each(context.Elements, $"{path}.elements", 1, BlockLimits.ContextElements, ContextElement);
                break;
            case ContextActionsBlock actions:
                OnlyIn(path, block.Type, BlockSurface.Message);
                Each(actions.Elements, $"{path}.elements", 1, BlockLimits.ContextActionsElements, (element, at) =>
                {
                    OneOf(element is FeedbackButtons or IconButton or UnknownElement, at, element.Type, "a context actions block");
                    Element(element, at);
                });
                break;
            case ActionsBlock actions:
                Each(actions.Elements, $"{path}.elements", 1, BlockLimits.ActionsElements, (element, at) =>
                {
                    OneOf(
                        IsChoice(element) || element is Button or WorkflowButton or OverflowMenu or DateTimePicker or RichTextInput or UnknownElement,
                        at,
                        element.Type,
                        "an actions block");
                    Element(element, at);
                });
                break;
            case InputBlock input:
                Input(input, path);
                break;
            case ImageBlock image:
                Image(image.AltText, image.ImageUrl, image.SlackFile, path);
                Text(image.Title, $"{path}.title", BlockLimits.ImageText);
                break;
            case VideoBlock video:
                Video(video, path);
                break;
            case FileBlock file:
                OnlyIn(path, block.Type, BlockSurface.Message);
                Length(file.ExternalId, $"{path}.external_id", 1, int.MaxValue, required: true);
                break;
            case CallBlock call:
                OnlyIn(path, block.Type, BlockSurface.Message);
                Length(call.CallId, $"{path}.call_id", 1, int.MaxValue, required: true);
                break;
            case MarkdownBlock markdown:
                Markdown(markdown, path);
                break;
            case AlertBlock alert:
                OnlyIn(path, block.Type, BlockSurface.Modal);
                Text(alert.Text, $"{path}.text", BlockLimits.AlertText, required: true);
                break;
            case RichTextBlock rich:
                RichText(rich, path);
                break;
            case TableBlock table:
                Table(table, path);
                break;
            case DataTableBlock table:
                DataTable(table, path);
                break;
            case DataVisualizationBlock chart:
                DataVisualization(chart, path);
                break;
            default:
                Card(block, path);
                break;
        }
    }

    private void Section(SectionBlock section, string path)
    {
        if (section.Text is null && section.Fields is not { Count: > 0 })
        {
            Add(path, "A section needs a text or fields; it has neither.");
        }

        Text(section.Text, $"{path}.text", BlockLimits.SectionText);
        if (section.Fields is { } fields)
        {
            Each(fields, $"{path}.fields", 1, BlockLimits.SectionFields, (field, at) => Text(field, at, BlockLimits.SectionField));
        }

        if (section.Accessory is { } accessory)
        {
            OneOf(
                IsChoice(accessory) || accessory is Button or WorkflowButton or OverflowMenu or ImageElement or UnknownElement,
                $"{path}.accessory",
                accessory.Type,
                "a section");
            Element(accessory, $"{path}.accessory");
        }
    }

    private void ContextElement(ContextElement element, string path)
    {
        switch (element)
        {
            case ContextText text:
                Text(text.Text, path, BlockLimits.ContextText, required: true);
                break;
            case ContextImage image:
                Element(image.Image, path);
                break;
        }
    }

    private void Input(InputBlock input, string path)
    {
        HasInput = true;
        Text(input.Label, $"{path}.label", BlockLimits.InputLabel, required: true);
        Text(input.Hint, $"{path}.hint", BlockLimits.InputLabel);
        OneOf(
            IsChoice(input.Element) || input.Element is TypedInput or FileInput or DateTimePicker or UnknownElement,
            $"{path}.element",
            input.Element.Type,
            "an input block");
        Element(input.Element, $"{path}.element", inInput: true);
    }

    private void Image(string altText, string? url, SlackFile? file, string path)
    {
        Length(altText, $"{path}.alt_text", 1, BlockLimits.ImageText, required: true);
        if (url is null == file is null)
        {
            Add(path, $"An image has an image_url or a slack_file; it has {(url is null ? "neither" : "both")}.");
        }

        Url(url, $"{path}.image_url");
        if (file is not null && file.Id is null == file.Url is null)
        {
            Add($"{path}.slack_file", $"A Slack file is named by its id or its url; it has {(file.Id is null ? "neither" : "both")}.");
        }
    }

    private void Video(VideoBlock video, string path)
    {
        Text(video.Title, $"{path}.title", BlockLimits.VideoText, required: true);
        Text(video.Description, $"{path}.description", BlockLimits.VideoText);
        Length(video.AltText, $"{path}.alt_text", 1, BlockLimits.ImageText, required: true);
        Length(video.AuthorName, $"{path}.author_name", 0, BlockLimits.VideoAuthor);
        Url(video.VideoUrl, $"{path}.video_url", required: true, httpsOnly: true);
        Url(video.ThumbnailUrl, $"{path}.thumbnail_url", required: true);
        Url(video.TitleUrl, $"{path}.title_url", httpsOnly: true);
        Url(video.ProviderIconUrl, $"{path}.provider_icon_url");
    }

    private void Markdown(MarkdownBlock markdown, string path)
    {
        OnlyIn(path, markdown.Type, BlockSurface.Message);
        Length(markdown.Text, $"{path}.text", 1, int.MaxValue, required: true);
        var before = _markdown;
        _markdown += markdown.Text.Length;
        if (_markdown > BlockLimits.MarkdownInMessage && before <= BlockLimits.MarkdownInMessage)
        {
            Add($"{path}.text", $"Brings the markdown of the message to {_markdown:N0} characters; the limit is {BlockLimits.MarkdownInMessage:N0}.");
        }
    }

    private void Card(Block block, string path)
    {
        switch (block)
        {
            case CardBlock card:
                Card(card, path);
                break;
            case CarouselBlock carousel:
                OnlyIn(path, block.Type, BlockSurface.Message, BlockSurface.Home);
                Each(carousel.Elements, $"{path}.elements", 1, BlockLimits.CarouselCards, Block);
                break;
            case ContainerBlock container:
                Container(container, path);
                break;
            case PlanBlock plan:
                OnlyIn(path, block.Type, BlockSurface.Message);
                Length(plan.Title, $"{path}.title", 1, int.MaxValue, required: true);
                Each(plan.Tasks, $"{path}.tasks", 0, int.MaxValue, (task, at) =>
                {
                    OneOf(task is TaskCardBlock or UnknownBlock, at, task.Type, "a plan");
                    Block(task, at);
                });
                break;
            case TaskCardBlock task:
                OnlyIn(path, block.Type, BlockSurface.Message);
                Length(task.TaskId, $"{path}.task_id", 1, int.MaxValue, required: true);
                Length(task.Title, $"{path}.title", 1, int.MaxValue, required: true);
                RichText(task.Details, $"{path}.details");
                RichText(task.Output, $"{path}.output");
                Each(task.Sources, $"{path}.sources", 0, int.MaxValue, Element);
                break;
        }
    }

    private void Card(CardBlock card, string path)
    {
        if (card is { HeroImage: null, Title: null, Body: null, Actions: null })
        {
            Add(path, "A card needs a hero image, a title, a body or actions; it has none.");
        }

        Text(card.Title, $"{path}.title", BlockLimits.CardTitle);
        Text(card.Subtitle, $"{path}.subtitle", BlockLimits.CardTitle);
        Text(card.Body, $"{path}.body", BlockLimits.CardBody);
        Element(card.HeroImage, $"{path}.hero_image");
        Element(card.Icon, $"{path}.icon");
        if (card.Actions is { } actions)
        {
            Each(actions, $"{path}.actions", 1, BlockLimits.ActionsElements, Element);
        }
    }

    private void Container(ContainerBlock container, string path)
    {
        OnlyIn(path, container.Type, BlockSurface.Message);
        if (container is { Title: null, RichTextTitle: null })
        {
            Add(path, "A container needs a title or a rich_text_title; it has neither.");
        }

        if (container is { DefaultCollapsed: true, IsCollapsible: not true })
        {
            Add($"{path}.default_collapsed", "Only a container that is_collapsible can start collapsed.");
        }

        Text(container.Title, $"{path}.title", BlockLimits.ContainerTitle);
        Text(container.Subtitle, $"{path}.subtitle", BlockLimits.ContainerTitle);
        RichText(container.RichTextTitle, $"{path}.rich_text_title");
        Element(container.Icon, $"{path}.icon");
        Each(container.ChildBlocks, $"{path}.child_blocks", 1, BlockLimits.ContainerBlocks, (child, at) =>
        {
            OneOf(
                child is ActionsBlock or ContextBlock or DividerBlock or FileBlock or HeaderBlock or ImageBlock or InputBlock
                    or RichTextBlock or SectionBlock or TableBlock or VideoBlock or UnknownBlock,
                at,
                child.Type,
                "a container");
            Block(child, at);
        });
    }
}
