namespace AoBot.Tests.Host;

/// <summary>A report in the fund's form, as small as can be.</summary>
public static class SmallReport
{
    /// <param name="date">The day it speaks of; none for its quarter's end.</param>
    /// <param name="statuses">Key results by id, with their status.</param>
    public static string Of(string? date, params (string Id, string Status)[] statuses) =>
        $"""
        {(date is null ? "" : $"---\ndate: {date}\n---\n")}# 2024 Q2 Alpha-Omega

        ## Overview

        ## Objectives & Key Results

        |Key Result|Status|
        |-|-|
        {string.Join('\n', statuses.GroupBy(s => s.Id.Split('.')[0], StringComparer.Ordinal).Select(o => $"|**O{o.Key}: Objective {o.Key}**||\n" + string.Join('\n', o.Select(s => $"|KR {s.Id}: Do what {s.Id} says.|{s.Status}|"))))}
        """;
}
