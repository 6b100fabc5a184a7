using System.Globalization;

namespace AoBot.Slack.Blocks;

/// <summary>The rules of each element.</summary>
internal sealed partial class BlockCheck
{
    private static bool IsChoice(BlockElement element) =>
        element is SelectMenu or Checkboxes or RadioButtons or DatePicker or TimePicker;

    private void Element(BlockElement? element, string path) => Element(element, path, inInput: false);

    private void Element(BlockElement? element, string path, bool inInput)
    {
        if (element is InteractiveElement interactive)
        {
            Length(interactive.ActionId, $"{path}.action_id", 1, BlockLimits.Id, required: true);
            if (interactive.ActionId is { Length: > 0 } id && !_actionIds.Add(id))
            {
                Add($"{path}.action_id", $"'{id}' stands twice in one block.");
            }
        }

        switch (element)
        {
            case SelectMenu menu:
                Menu(menu, path, inInput);
                break;
            case OverflowMenu overflow:
                Options(overflow.Options, $"{path}.options", BlockLimits.OverflowOptions, mrkdwn: false, urls: true);
                Confirm(overflow.Confirm, path);
                break;
            case Checkboxes boxes:
                Options(boxes.Options, $"{path}.options", BlockLimits.ChoiceOptions, mrkdwn: true);
                Initial(boxes.InitialOptions, boxes.Options, $"{path}.initial_options");
                Confirm(boxes.Confirm, path);
                Focus(boxes.FocusOnLoad, path);
                break;
            case RadioButtons radio:
                Options(radio.Options, $"{path}.options", BlockLimits.ChoiceOptions, mrkdwn: true);
                Initial(radio.InitialOption, radio.Options, $"{path}.initial_option");
                Confirm(radio.Confirm, path);
                Focus(radio.FocusOnLoad, path);
                break;
            case ImageElement image:
                Image(image.AltText, image.ImageUrl, image.SlackFile, path);
                break;
            case UrlSource source:
                Url(source.Url, $"{path}.url", required: true);
                Length(source.Text, $"{path}.text", 1, int.MaxValue, required: true);
                break;
            case FileInput files:
                if (surface != BlockSurface.Modal)
                {
                    Add(path, "A file_input can stand in a modal only.");
                }

                Between(files.MaxFiles, $"{path}.max_files", 1, BlockLimits.InputFiles);
                break;
            case TypedInput input:
                Typed(input, path);
                break;
            case DatePicker or TimePicker or DateTimePicker:
                Picker(element, path);
                break;
            default:
                AnyButton(element, path);
                break;
        }
    }

    private void AnyButton(BlockElement? element, string path)
    {
        switch (element)
        {
            case Button button:
                ButtonText(button.Text, button.AccessibilityLabel, button.Value, path);
                Url(button.Url, $"{path}.url");
                Confirm(button.Confirm, path);
                break;
            case IconButton button:
                ButtonText(button.Text, button.AccessibilityLabel, button.Value, path);
                Length(button.Icon, $"{path}.icon", 1, int.MaxValue, required: true);
                Confirm(button.Confirm, path);
                break;
            case WorkflowButton button:
                if (surface != BlockSurface.Message)
                {
                    Add(path, "A workflow_button can stand in a message only.");
                }

                ButtonText(button.Text, button.AccessibilityLabel, value: null, path);
                Url(button.Workflow.Trigger.Url, $"{path}.workflow.trigger.url", required: true, httpsOnly: true);
                Confirm(button.Confirm, path);
                break;
            case FeedbackButtons both:
                var (good, bad) = (both.PositiveButton, both.NegativeButton);
                ButtonText(good.Text, good.AccessibilityLabel, good.Value, $"{path}.positive_button");
                ButtonText(bad.Text, bad.AccessibilityLabel, bad.Value, $"{path}.negative_button");
                break;
        }
    }

    private void ButtonText(PlainText text, string? label, string? value, string path)
    {
        Text(text, $"{path}.text", BlockLimits.ButtonText, required: true);
        Length(label, $"{path}.accessibility_label", 0, BlockLimits.ButtonText);
        Length(value, $"{path}.value", 0, BlockLimits.ButtonValue);
    }

    private void Confirm(ConfirmDialog? confirm, string path)
    {
        if (confirm is null)
        {
            return;
        }

        Text(confirm.Title, $"{path}.confirm.title", BlockLimits.ConfirmTitle);
        Text(confirm.Text, $"{path}.confirm.text", BlockLimits.ConfirmText, required: true);
        Text(confirm.Confirm, $"{path}.confirm.confirm", BlockLimits.ConfirmButton);
        Text(confirm.Deny, $"{path}.confirm.deny", BlockLimits.ConfirmButton);
    }

    private void Focus(bool? focus, string path)
    {
        if (focus is true && ++_focused > 1)
        {
            Add($"{path}.focus_on_load", $"Is number {_focused:N0} to take the cursor; the limit is 1.");
        }
    }

    private void Menu(SelectMenu menu, string path, bool inInput)
    {
        Text(menu.Placeholder, $"{path}.placeholder", BlockLimits.Placeholder);
        Confirm(menu.Confirm, path);
        Focus(menu.FocusOnLoad, path);
        switch (menu)
        {
            case StaticSelect select:
                var offered = Offered(select.Options, select.OptionGroups, path);
                Initial(select.InitialOption, offered, $"{path}.initial_option");
                break;
            case MultiStaticSelect select:
                Initial(select.InitialOptions, Offered(select.Options, select.OptionGroups, path), $"{path}.initial_options");
                Most(select.InitialOptions?.Count, select.MaxSelectedItems, $"{path}.initial_options");
                break;
            case ExternalSelect { InitialOption: { } option }:
                Option(option, $"{path}.initial_option", mrkdwn: false, urls: false);
                break;
            case MultiExternalSelect select:
                Most(select.InitialOptions?.Count, select.MaxSelectedItems, $"{path}.initial_options");
                break;
            case ConversationsSelect select:
                Filter(select.Filter, path);
                ResponseUrl(select.ResponseUrlEnabled, path, inInput);
                break;
            case ChannelsSelect select:
                ResponseUrl(select.ResponseUrlEnabled, path, inInput);
                break;
            case MultiConversationsSelect select:
                Filter(select.Filter, path);
                Most(select.InitialConversations?.Count, select.MaxSelectedItems, $"{path}.initial_conversations");
                break;
            case MultiUsersSelect select:
                Most(select.InitialUsers?.Count, select.MaxSelectedItems, $"{path}.initial_users");
                break;
            case MultiChannelsSelect select:
                Most(select.InitialChannels?.Count, select.MaxSelectedItems, $"{path}.initial_channels");
                break;
        }

        if (menu is MultiSelectMenu { MaxSelectedItems: < 1 and var max })
        {
            Add($"{path}.max_selected_items", $"Is {max}; it must be at least 1.");
        }
    }

    private void Most(int? initial, int? most, string path)
    {
        if (initial > most)
        {
            Add(path, $"Has {initial} items; max_selected_items allows {most}.");
        }
    }

    private void Filter(ConversationFilter? filter, string path)
    {
        if (filter is { Include: null, ExcludeBotUsers: null, ExcludeExternalSharedChannels: null } or { Include.Count: 0 })
        {
            Add($"{path}.filter", "A filter needs at least one field, and include at least one kind.");
        }
    }

    private void ResponseUrl(bool? enabled, string path, bool inInput)
    {
        if (enabled is true && !(inInput && surface == BlockSurface.Modal))
        {
            Add($"{path}.response_url_enabled", "Works in input blocks of modals only.");
        }
    }

    private void Typed(TypedInput input, string path)
    {
        Text(input.Placeholder, $"{path}.placeholder", BlockLimits.Placeholder);
        Focus(input.FocusOnLoad, path);
        if (input.DispatchActionConfig is { TriggerActionsOn.Count: 0 })
        {
            Add($"{path}.dispatch_action_config.trigger_actions_on", "Has 0 items; at least 1 needed.");
        }

        switch (input)
        {
            case PlainTextInput text:
                Length(text.InitialValue, $"{path}.initial_value", 0, BlockLimits.InputText);
                Between(text.MinLength, $"{path}.min_length", 0, BlockLimits.InputText);
                Between(text.MaxLength, $"{path}.max_length", 1, BlockLimits.InputText);
                InOrder(text.MinLength, text.MaxLength, $"{path}.min_length", "max_length");
                break;
            case RichTextInput rich:
                Between(rich.MinLines, $"{path}.min_lines", 1, BlockLimits.InputLines);
                Between(rich.MaxLines, $"{path}.max_lines", 1, BlockLimits.InputLines);
                InOrder(rich.MinLines, rich.MaxLines, $"{path}.min_lines", "max_lines");
                break;
            case NumberInput number:
                var least = Number(number.MinValue, $"{path}.min_value");
                var most = Number(number.MaxValue, $"{path}.max_value");
                Number(number.InitialValue, $"{path}.initial_value");
                InOrder(least, most, $"{path}.min_value", "max_value");
                break;
        }
    }

    private decimal? Number(string? digits, string path)
    {
        if (digits is null)
        {
            return null;
        }

        if (decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Add(path, "Is no number in digits.");
        return null;
    }

    private void InOrder(decimal? least, decimal? most, string path, string name)
    {
        if (least > most)
        {
            Add(path, $"Is {least}, more than the {name} of {most}.");
        }
    }

    private void Picker(BlockElement element, string path)
    {
        switch (element)
        {
            case DatePicker date:
                Text(date.Placeholder, $"{path}.placeholder", BlockLimits.Placeholder);
                Confirm(date.Confirm, path);
                Focus(date.FocusOnLoad, path);
                if (date.InitialDate is { } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", out _))
                {
                    Add($"{path}.initial_date", "Is no day of the form 2024-06-28.");
                }

                break;
            case TimePicker time:
                Text(time.Placeholder, $"{path}.placeholder", BlockLimits.Placeholder);
                Confirm(time.Confirm, path);
                Focus(time.FocusOnLoad, path);
                if (time.InitialTime is { } hour && !TimeOnly.TryParseExact(hour, "HH:mm", out _))
                {
                    Add($"{path}.initial_time", "Is no time of the form 09:30.");
                }

                break;
            case DateTimePicker both:
                Confirm(both.Confirm, path);
                Focus(both.FocusOnLoad, path);
                if (both.InitialDateTime is { } instant and (< 1_000_000_000 or > 9_999_999_999))
                {
                    Add($"{path}.initial_date_time", $"Is {instant}; it must have ten digits of seconds.");
                }

                break;
        }
    }
}
