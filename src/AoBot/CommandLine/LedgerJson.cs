using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AoBot.Updates;
using NodaTime;
using NodaTime.Text;

namespace AoBot.CommandLine;

/// <summary>The ledger as one JSON object. The names of its members are a contract; instants are in UTC, months <c>2024-06</c>.</summary>
public static class LedgerJson
{
    private static readonly LedgerJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(LedgerReading reading) => JsonSerializer.Serialize(
        new LedgerDocument(
            Text(reading.AsOf)!,
            reading.Commit,
            [.. reading.Files.Select(f => new LedgerDocumentFile(f.Path, f.Partner, Word(f.Kind), Months(f.Months), Text(f.Landed), Text(f.Written), f.Sure, f.Why))],
            [.. reading.Coverage.Select(c => new LedgerDocumentCell(c.Partner, Text(c.Month), Word(c.State), c.Path, Text(c.Landed), Text(c.Written), LocalDatePattern.Iso.Format(c.DueDay), c.InTime, c.Owed, c.Sure))],
            [.. reading.Questions.Select(q => new LedgerDocumentQuestion(q.Path, q.IsFolder ? "folder" : "file", q.Partner, Word(q.Kind), Months(q.Months), q.Why))],
            [.. reading.Partners.Select(p => new LedgerDocumentPartner(p.Key, p.Name, p.MonthsPerUpdate, p.Learnt))]),
        Context.LedgerDocument);

    public static string Word(FileKind kind) => kind switch
    {
        FileKind.Update => "update",
        FileKind.Readme => "readme",
        FileKind.Attachment => "attachment",
        FileKind.Placeholder => "placeholder",
        _ => "other",
    };

    public static string Word(CoverageState state) => state switch
    {
        CoverageState.NotYetAsked => "not yet asked",
        CoverageState.Due => "due",
        CoverageState.NotIn => "not in",
        CoverageState.InReview => "in review",
        CoverageState.Received => "received",
        CoverageState.Skipped => "skipped",
        _ => "paused",
    };

    private static string? Text(Instant? instant) => instant is { } at ? InstantPattern.ExtendedIso.Format(at) : null;

    private static string Text(YearMonth month) => YearMonthPattern.Iso.Format(month);

    private static IReadOnlyList<string> Months(IReadOnlyList<YearMonth> months) => [.. months.Select(Text)];
}

internal sealed record LedgerDocument(
    string AsOf,
    string? Commit,
    IReadOnlyList<LedgerDocumentFile> Files,
    IReadOnlyList<LedgerDocumentCell> Coverage,
    IReadOnlyList<LedgerDocumentQuestion> Questions,
    IReadOnlyList<LedgerDocumentPartner> Partners);

internal sealed record LedgerDocumentFile(string Path, string? Partner, string Kind, IReadOnlyList<string> Months, string? Landed, string? Written, bool Sure, string Why);

internal sealed record LedgerDocumentCell(string Partner, string Month, string State, string? Path, string? Landed, string? Written, string Due, bool? InTime, bool Owed, bool Sure);

internal sealed record LedgerDocumentQuestion(string Path, string About, string? Partner, string Kind, IReadOnlyList<string> Months, string Why);

internal sealed record LedgerDocumentPartner(string Key, string Name, int MonthsPerUpdate, bool Learnt);

[JsonSerializable(typeof(LedgerDocument))]
internal sealed partial class LedgerJsonContext : JsonSerializerContext;
