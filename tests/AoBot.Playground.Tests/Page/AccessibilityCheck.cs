using AngleSharp.Dom;

namespace AoBot.Playground.Tests.Page;

/// <summary>What somebody who hears the page or uses its keys alone would miss: landmarks, names, roles that belong together. Contrast is looked at in a browser.</summary>
internal static class AccessibilityCheck
{
    private static readonly string[] Landmarks = ["html[lang]", "main", "header.bar", "nav[aria-label]", "aside[aria-label]", "h1", "[aria-live=polite]"];

    private static readonly Dictionary<string, string> Within = new(StringComparer.Ordinal) { ["option"] = "[role=listbox]", ["listitem"] = "[role=list]", ["tab"] = "[role=tablist]" };

    /// <summary>Of a whole page.</summary>
    public static IReadOnlyList<string> OfPage(IElement body) =>
        [.. Landmarks.Where(part => body.Owner!.QuerySelector(part) is null).Select(part => $"There is no {part}."), .. Of(body)];

    /// <summary>Of any part of it.</summary>
    public static IReadOnlyList<string> Of(IElement body) =>
    [
        .. body.QuerySelectorAll("button, a[href], summary, textarea, input, select, dialog, figure svg, [role=img], [role=region], [role=group], [role=radiogroup], [role=listbox], [role=combobox], [role=option]")
            .Where(element => Name(element).Length == 0).Select(element => $"Without a name: {Start(element)}"),
        .. body.QuerySelectorAll("img").Where(picture => string.IsNullOrWhiteSpace(picture.GetAttribute("alt"))).Select(picture => $"Without words: {Start(picture)}"),
        .. body.QuerySelectorAll("svg:not([role])").Where(picture => picture.GetAttribute("aria-hidden") != "true").Select(picture => $"Neither named nor hidden: {Start(picture)}"),
        .. body.QuerySelectorAll("table").Where(table => table.QuerySelector("th[scope]") is null).Select(table => $"Without headings: {Start(table)}"),
        .. body.QuerySelectorAll("fieldset").Where(group => group.QuerySelector("legend") is null).Select(group => $"Without a legend: {Start(group)}"),
        .. body.QuerySelectorAll("[role=combobox]").Where(box => !box.HasAttribute("aria-expanded") || !box.HasAttribute("aria-controls")).Select(box => $"Does not say whether it is open: {Start(box)}"),
        .. body.QuerySelectorAll("[role]").Where(element => Within.TryGetValue(element.GetAttribute("role")!, out var around) && element.Closest(around) is null).Select(element => $"Alone: {Start(element)}"),
        .. body.QuerySelectorAll("[id]").GroupBy(element => element.Id, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => $"An id that stands twice: {same.Key}"),
        .. new[] { "aria-labelledby", "aria-controls", "aria-describedby", "for" }.SelectMany(name => body.QuerySelectorAll($"[{name}]")
            .Where(element => body.Owner!.GetElementById(element.GetAttribute(name)!) is null).Select(element => $"{name} names nothing: {Start(element)}")),
        .. body.QuerySelectorAll("[tabindex]").Where(element => element.GetAttribute("tabindex") is not ("0" or "-1")).Select(element => $"Out of order for the keys: {Start(element)}"),
    ];

    /// <summary>What a screen reader says of it. A placeholder vanishes and is no name.</summary>
    public static string Name(IElement element) =>
        (element.GetAttribute("aria-label")
        ?? (element.GetAttribute("aria-labelledby") is { } by ? element.Owner!.GetElementById(by)?.TextContent : null)
        ?? (element.Id is { Length: > 0 } id ? element.Owner!.QuerySelector($"label[for='{id}']")?.TextContent : null)
        ?? element.Closest("label")?.TextContent
        ?? element.Closest("fieldset")?.QuerySelector("legend")?.TextContent
        ?? element.TextContent).Trim();

    private static string Start(IElement element) => element.OuterHtml.Length > 160 ? element.OuterHtml[..160] : element.OuterHtml;
}
