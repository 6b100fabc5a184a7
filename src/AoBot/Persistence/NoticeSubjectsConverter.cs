using System.Text.Json;
using System.Text.Json.Serialization;
using AoBot.Outbox;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Persistence;

/// <summary>What a notice is about: a JSON array of arrays, each partner, month (<c>2024-06</c>), step, reason.</summary>
public sealed class NoticeSubjectsConverter() : ValueConverter<IReadOnlyList<NoticeSubject>, string>(
    subjects => Write(subjects),
    text => Read(text))
{
    private static string Write(IReadOnlyList<NoticeSubject> subjects) =>
        JsonSerializer.Serialize(subjects.Select(s => new[] { s.Partner, s.Month is { } month ? YearMonthPattern.Iso.Format(month) : null, s.Step, s.Reason }).ToArray(), NoticeSubjectsJson.Default.StringArrayArray);

    private static IReadOnlyList<NoticeSubject> Read(string text) =>
        [.. JsonSerializer.Deserialize(text, NoticeSubjectsJson.Default.StringArrayArray)!.Select(s => new NoticeSubject(s[0], s[1] is { } month ? YearMonthPattern.Iso.Parse(month).Value : (YearMonth?)null, s[2], s[3]))];
}

[JsonSerializable(typeof(string?[][]))]
internal sealed partial class NoticeSubjectsJson : JsonSerializerContext;
