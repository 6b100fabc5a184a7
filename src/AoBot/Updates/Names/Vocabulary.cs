using System.Collections.Frozen;
using AoBot.Conversations;

namespace AoBot.Updates.Names;

/// <summary>The words that names of updates are made of. Lower case, without accents.</summary>
internal static class Vocabulary
{
    private const int ShortestTypo = 5;

    private static readonly string[] English = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly FrozenDictionary<string, int> Months = Numbered(
        English,
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
        ["", "febr", "", "", "", "", "", "", "sept", "", "", ""],
        ["januar", "februar", "maerz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"],
        ["jaenner", "", "marz", "", "", "", "", "", "", "okt", "", "dez"],
        ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"],
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
        ["ene", "", "", "abr", "", "", "", "", "setiembre", "", "", "dic"],
        ["janeiro", "fevereiro", "marco", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"],
        ["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"],
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"]);

    private static readonly FrozenSet<string> Updates = Set(
        "update updates report reports reporting status progress monthly month newsletter digest recap summary summaries highlight highlights accomplishments activity activities "
        + "quarterly weekly biweekly bimonthly fortnightly bulletin checkin journal wrapup roundup retrospective actualizacion informe rapport bericht relatorio");

    private static readonly FrozenSet<string> Others = Set(
        "template templates example examples sample agenda minutes proposal proposals invoice invoices budget contract contracts agreement policy policies licence license changelog contributing "
        + "codeowners maintainers faq roadmap glossary howto guide guidelines role roles sow");

    private static readonly FrozenSet<string> Annual = Set("annual annually yearly annum eoy");

    private static readonly FrozenSet<string> Parts = Set("part pt v ver version rev revision no nr num number vol volume issue edition draft");

    private static readonly FrozenSet<string> Ranges = Set("to through thru till until bis til");

    private static readonly FrozenSet<string> Lists = Set("and und et y e n");

    private static readonly FrozenSet<string> Quarters = Set("q qtr quarter quarters quarterly quartal trimestre");

    private static readonly FrozenSet<string> Halves = Set("h half halfyear semester");

    private static readonly FrozenSet<string> Weeks = Set("w wk week weeks kw");

    /// <summary>Near to a month, but a word of its own.</summary>
    private static readonly FrozenSet<string> NoTypos = Set("match marsh merch augusta julia junior janus marcel marche apricot mayor");

    private static readonly FrozenDictionary<string, int> Ordinals = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["first"] = 1,
        ["second"] = 2,
        ["third"] = 3,
        ["fourth"] = 4,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>1 to 12 for the name of a month, whole or short, also with a slip of the pen.</summary>
    public static int? Month(string word) => Months.TryGetValue(word, out var month) ? month : Typo(word);

    public static bool IsUpdate(string word) => Updates.Contains(word) || (word.Length is >= 5 and <= 7 && word[0] == 'u' && Nearest.Distance(word, "update") == 1);

    /// <summary>A word that says that something is no update, whatever its date.</summary>
    public static bool IsOther(string word) => Others.Contains(word);

    public static bool IsAnnual(string word) => Annual.Contains(word);

    public static bool IsPart(string word) => Parts.Contains(word);

    public static bool IsRange(string word) => Ranges.Contains(word);

    public static bool IsList(string word) => Lists.Contains(word);

    public static bool IsQuarter(string word) => Quarters.Contains(word);

    public static bool IsHalf(string word) => Halves.Contains(word);

    public static bool IsWeek(string word) => Weeks.Contains(word);

    /// <summary>1 to 4 for "first" to "fourth".</summary>
    public static int? Ordinal(string word) => Ordinals.TryGetValue(word, out var n) ? n : null;

    public static bool IsOrdinalEnding(string word) => word is "st" or "nd" or "rd" or "th";

    /// <summary>A word run together from known ones, "aprilmay" or "marchupdate", taken apart; none if it is not.</summary>
    public static IReadOnlyList<string>? TakeApart(string word)
    {
        if (word.Length is < 6 or > 40)
        {
            return null;
        }

        // From the end: the parts of each rest, the longest first part preferred.
        var rests = new List<string>?[word.Length + 1];
        rests[word.Length] = [];
        for (var start = word.Length - 1; start >= 0; start--)
        {
            for (var end = word.Length; end - start >= 3 && rests[start] is null; end--)
            {
                var part = word[start..end];
                if (rests[end] is { } rest && (Months.ContainsKey(part) || IsUpdate(part)))
                {
                    rests[start] = [part, .. rest];
                }
            }
        }

        return rests[0] is { Count: > 1 } parts ? parts : null;
    }

    private static int? Typo(string word)
    {
        if (word.Length < ShortestTypo || NoTypos.Contains(word) || IsUpdate(word) || IsOther(word))
        {
            return null;
        }

        int? found = null;
        foreach (var (index, name) in English.Index())
        {
            if (name.Length >= ShortestTypo && name[0] == word[0] && Math.Abs(name.Length - word.Length) <= 2 && Nearest.Distance(word, name) <= (name.Length > 6 ? 2 : 1))
            {
                found = found is null ? index + 1 : 0;
            }
        }

        return found is 0 ? null : found;
    }

    private static FrozenDictionary<string, int> Numbered(params string[][] years) => years
        .SelectMany(year => year.Select((name, index) => (name, Month: index + 1)))
        .Where(entry => entry.name.Length > 0)
        .DistinctBy(entry => entry.name)
        .ToFrozenDictionary(entry => entry.name, entry => entry.Month, StringComparer.Ordinal);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
