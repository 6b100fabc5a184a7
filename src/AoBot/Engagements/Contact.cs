using System.Text.RegularExpressions;
using AoBot.People;

namespace AoBot.Engagements;

/// <summary>How a contact is named: by Slack id or by e-mail address.</summary>
public static partial class Contact
{
    /// <summary>Whether it can stand among the contacts; who was forgotten is nobody, but keeps their place.</summary>
    public static bool IsOne(string written) => NamedPerson.IsSlackId(written) || NamedPerson.IsEmail(written) || written == Person.Former;

    /// <summary>Whether an e-mail address stands anywhere in a text.</summary>
    public static bool HoldsEmail(string text) => text.Contains('@', StringComparison.Ordinal) && EmailWithin().IsMatch(text);

    [GeneratedRegex("""[^\s@;,<>"/]@[^\s@;,<>"/]+\.[^\s@;,<>"/.]""", RegexOptions.NonBacktracking)]
    private static partial Regex EmailWithin();
}
