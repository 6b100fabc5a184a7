using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace AoBot.Updates.GitHub;

/// <summary>Reads the <c>Link</c> header: <c>&lt;https://…?page=2&gt;; rel="next", &lt;https://…?page=9&gt;; rel="last"</c>.</summary>
internal static partial class Links
{
    public static string? Next(HttpResponseHeaders headers) => Of(headers, "next");

    /// <summary>None on the last page, and where the pages are not numbered.</summary>
    public static int? LastPage(HttpResponseHeaders headers) =>
        Of(headers, "last") is { } last && Page().Match(last) is { Success: true } page && int.TryParse(page.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Of(HttpResponseHeaders headers, string relation) =>
        headers.TryGetValues("Link", out var values)
            ? values.SelectMany(v => Link().Matches(v)).FirstOrDefault(m => m.Groups["relation"].Value == relation)?.Groups["address"].Value
            : null;

    [GeneratedRegex("<(?<address>[^>]+)>\\s*;\\s*rel=\"(?<relation>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("[?&]page=(?<number>[0-9]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Page();
}
