namespace AoBot.Slack.Blocks;

/// <summary>The rules of options and groups of options.</summary>
internal sealed partial class BlockCheck
{
    private void Options(IReadOnlyList<Option>? options, string path, int most, bool mrkdwn, bool urls = false)
    {
        Each(options, path, 1, most, (option, at) => Option(option, at, mrkdwn, urls));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < (options?.Count ?? 0); i++)
        {
            if (options![i] is { } option && !seen.Add(option.Value))
            {
                Add($"{path}[{i}].value", $"'{option.Value}' stands twice in one list of options.");
            }
        }
    }

    private void Option(Option option, string path, bool mrkdwn, bool urls)
    {
        Text(option.Text, $"{path}.text", BlockLimits.OptionText, required: true);
        Text(option.Description, $"{path}.description", BlockLimits.OptionText);
        Length(option.Value, $"{path}.value", 1, BlockLimits.OptionValue, required: true);
        Url(option.Url, $"{path}.url");
        if (option.Url is not null && !urls)
        {
            Add($"{path}.url", "Only an option of an overflow menu has a url.");
        }

        if (!mrkdwn && (option.Text is MrkdwnText || option.Description is MrkdwnText))
        {
            Add(path, "Only checkboxes and radio buttons have options in mrkdwn.");
        }
    }

    /// <summary>All options of a menu, from its options or its groups, of which it has one.</summary>
    private IReadOnlyList<Option> Offered(IReadOnlyList<Option>? options, IReadOnlyList<OptionGroup>? groups, string path)
    {
        if (options is null == groups is null)
        {
            Add(path, $"A menu has options or option_groups; it has {(options is null ? "neither" : "both")}.");
        }

        if (options is not null)
        {
            Options(options, $"{path}.options", BlockLimits.SelectOptions, mrkdwn: false);
        }

        if (groups is not null)
        {
            Each(groups, $"{path}.option_groups", 1, BlockLimits.SelectOptions, (group, at) =>
            {
                Text(group.Label, $"{at}.label", BlockLimits.OptionText, required: true);
                Options(group.Options, $"{at}.options", BlockLimits.SelectOptions, mrkdwn: false);
            });
        }

        return [.. options ?? [], .. (groups ?? []).Where(group => group is not null).SelectMany(group => group.Options)];
    }

    private void Initial(IReadOnlyList<Option>? initial, IReadOnlyList<Option> offered, string path)
    {
        if (initial is not null)
        {
            Each(initial, path, 1, int.MaxValue, (option, at) => Initial(option, offered, at));
        }
    }

    private void Initial(Option? initial, IReadOnlyList<Option> offered, string path)
    {
        if (initial is not null
            && !offered.Any(option => option is not null
                && option.Value == initial.Value
                && option.Text.Type == initial.Text.Type
                && option.Text.Content == initial.Text.Content))
        {
            Add(path, "Equals none of the options.");
        }
    }
}
