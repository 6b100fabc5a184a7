using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace AoBot.Updates.Questions;

/// <summary>What a button remembers of the question below which it stands: a path may be longer than a button can carry.</summary>
/// <param name="Key">Stands for the path.</param>
/// <param name="Months">What AoBot thought when the question was shown: whoever says "right" says it of these.</param>
public sealed record QuestionRef(string Key, IReadOnlyList<YearMonth> Months)
{
    private const int KeyLength = 16;

    public static QuestionRef Of(LedgerQuestion question) => new(KeyOf(question.Path), question.Kind == FileKind.Update ? question.Months : []);

    /// <summary>None where it is not ours.</summary>
    public static QuestionRef? Parse(string? value)
    {
        var parts = (value ?? "").Split(' ', 2);
        var months = parts.ElementAtOrDefault(1)?.Split(',').Select(m => YearMonthPattern.Iso.Parse(m)).ToList() ?? [];
        return parts[0].Length == KeyLength && months.TrueForAll(m => m.Success) ? new QuestionRef(parts[0], [.. months.Select(m => m.Value)]) : null;
    }

    public static string KeyOf(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..KeyLength];

    public LedgerQuestion? In(IEnumerable<LedgerQuestion> questions) => questions.FirstOrDefault(q => KeyOf(q.Path) == Key);

    public override string ToString() => Months.Count == 0 ? Key : $"{Key} {string.Join(',', Months.Select(YearMonthPattern.Iso.Format))}";
}
