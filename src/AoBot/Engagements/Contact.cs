using System.Text.RegularExpressions;

namespace AoBot.Engagements;

/// <summary>How a contact is named: by Slack id or by e-mail address.</summary>
public static partial class Contact
{
    public static bool IsSlackId(string written) => SlackId().IsMatch(written);

    public static bool IsEmail(string written) => written.Length <= 254 && Email().IsMatch(written);

    /// <summary>Whether an e-mail address stands anywhere in a text.</summary>
    public static bool HoldsEmail(string text) => text.Contains('@', StringComparison.Ordinal) && EmailWithin().IsMatch(text);

    [GeneratedRegex("^[UW][A-Z0-9]{1,31}$", RegexOptions.NonBacktracking)]
    private static partial Regex SlackId();

    [GeneratedRegex("""^[^\s\p{C}@;,<>"]+@[^\s\p{C}@;,<>"/]+\.[^\s\p{C}@;,<>"/.]+$""", RegexOptions.NonBacktracking)]
    private static partial Regex Email();

    [GeneratedRegex("""[^\s@;,<>"/]@[^\s@;,<>"/]+\.[^\s@;,<>"/.]""", RegexOptions.NonBacktracking)]
    private static partial Regex EmailWithin();
}
