using AoBot.People;

namespace AoBot.Engagements;

/// <summary>
/// Contacts in a window: people whom Slack knows are picked from its list, the others stand below it. Addresses never leave: one that is known
/// is "address 1".
/// </summary>
public static class ContactField
{
    private const string Address = "address ";

    public static IReadOnlyList<string> Picked(IReadOnlyList<string> contacts, IReadOnlySet<string> known) => [.. contacts.Where(known.Contains)];

    public static IReadOnlyList<string> Others(IReadOnlyList<string> contacts, IReadOnlySet<string> known) =>
        [.. contacts.Where(c => !known.Contains(c)).Select(c => NamedPerson.IsEmail(c) ? $"{Address}{Addresses(contacts).IndexOf(c) + 1}" : c)];

    /// <summary>The contacts that were entered: in their old order where they are the same, else those picked and then the others.</summary>
    public static IReadOnlyList<string> Read(IReadOnlyList<string> picked, IReadOnlyList<string> others, IReadOnlyList<string> before)
    {
        var addresses = Addresses(before);
        var entered = picked.Concat(others.Select(o => Known(o, addresses) ?? o)).ToList();
        var (slack, rest) = (before.Where(picked.Contains).ToList(), before.Where(c => !picked.Contains(c)).ToList());
        return entered.SequenceEqual(slack.Concat(rest), StringComparer.Ordinal) ? before : entered;
    }

    private static List<string> Addresses(IReadOnlyList<string> contacts) => [.. contacts.Where(NamedPerson.IsEmail)];

    private static string? Known(string written, List<string> addresses) =>
        written.StartsWith(Address, StringComparison.OrdinalIgnoreCase) && int.TryParse(written[Address.Length..], System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= addresses.Count
            ? addresses[number - 1]
            : null;
}
