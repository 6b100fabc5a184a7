namespace AoBot.Slack.Blocks;

/// <summary>One run of the validator: what was found so far, and the small rules all blocks share.</summary>
internal sealed partial class BlockCheck(BlockSurface surface)
{
    private readonly List<BlockProblem> _problems = [];
    private readonly HashSet<string> _blockIds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _actionIds = new(StringComparer.Ordinal);
    private int _focused;
    private int _tables;
    private int _dataTables;
    private int _charts;
    private int _markdown;

    internal IReadOnlyList<BlockProblem> Problems => _problems;

    internal bool HasInput { get; private set; }

    internal void Add(string path, string message) => _problems.Add(new(path, message));

    /// <summary>All blocks of a message or view.</summary>
    internal void All(IReadOnlyList<Block> blocks)
    {
        var most = surface == BlockSurface.Message ? BlockLimits.BlocksInMessage : BlockLimits.BlocksInView;
        Each(blocks, "blocks", 0, most, Block);
    }

    /// <summary>A string's length; null is nothing to check unless it is required.</summary>
    internal void Length(string? text, string path, int least, int most, bool required = false)
    {
        if (text is null)
        {
            if (required)
            {
                Add(path, "Required, and absent.");
            }

            return;
        }

        if (least > 0 && string.IsNullOrWhiteSpace(text))
        {
            Add(path, "Required, and blank.");
        }
        else if (text.Length > most)
        {
            Add(path, $"Has {text.Length:N0} characters; the limit is {most:N0}.");
        }
    }

    /// <summary>A text object: never blank when it is there.</summary>
    internal void Text(TextObject? text, string path, int most, bool required = false) =>
        Length(text?.Content, path, 1, most, required);

    /// <summary>The number of items, and each of them.</summary>
    private void Each<T>(IReadOnlyList<T>? items, string path, int least, int most, Action<T, string> check)
        where T : class
    {
        var count = items?.Count ?? 0;
        if (count < least)
        {
            Add(path, $"Has {count:N0} items; at least {least:N0} needed.");
        }
        else if (count > most)
        {
            Add(path, $"Has {count:N0} items; the limit is {most:N0}.");
        }

        for (var i = 0; i < count; i++)
        {
            // JSON that was read may hold null where an object belongs.
            if (items![i] is { } item)
            {
                check(item, $"{path}[{i}]");
            }
            else
            {
                Add($"{path}[{i}]", "Required, and null.");
            }
        }
    }

    private void Between(int? number, string path, int least, int most)
    {
        if (number is { } n && (n < least || n > most))
        {
            Add(path, $"Is {n:N0}; it must be {least:N0} to {most:N0}.");
        }
    }

    private void Url(string? url, string path, bool required = false, bool httpsOnly = false, bool mail = false)
    {
        Length(url, path, required ? 1 : 0, BlockLimits.Url, required);
        if (string.IsNullOrWhiteSpace(url))
        {
            if (url is not null && !required)
            {
                Add(path, "Is blank; leave it out or give an address.");
            }

            return;
        }

        var good = Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && (uri.Scheme == "https" || (!httpsOnly && uri.Scheme == "http") || (mail && uri.Scheme == "mailto"));
        if (!good)
        {
            Add(path, httpsOnly ? "Is no https address." : mail ? "Is no http, https or mailto address." : "Is no http or https address.");
        }
    }

    private void OneOf(bool good, string path, string type, string place)
    {
        if (!good)
        {
            Add(path, $"A {type} cannot stand in {place}.");
        }
    }

    private void OnlyIn(string path, string type, params ReadOnlySpan<BlockSurface> surfaces)
    {
        if (!surfaces.Contains(surface))
        {
            Add(path, $"A {type} block cannot stand in a {surface.ToString().ToLowerInvariant()}.");
        }
    }

    private void InMessage(ref int count, int most, string path, string what)
    {
        count++;
        if (count > most)
        {
            Add(path, $"Is number {count:N0} of the {what} of one message; the limit is {most:N0}.");
        }
    }

    private void Id(string? id, string path, HashSet<string> taken, string name, string scope)
    {
        if (id is null)
        {
            return;
        }

        Length(id, $"{path}.{name}", 1, BlockLimits.Id);
        if (!taken.Add(id))
        {
            Add($"{path}.{name}", $"'{id}' stands twice in one {scope}.");
        }
    }
}
