namespace AoBot.Doctor;

/// <summary>One thing that was looked at.</summary>
/// <param name="Level">How it is.</param>
/// <param name="Subject">What was looked at, in a word or two.</param>
/// <param name="Words">How it is, as a sentence without a full stop.</param>
/// <param name="Cure">What to do; none where nothing is to be done.</param>
public sealed record Finding(FindingLevel Level, string Subject, string Words, string? Cure = null)
{
    public static Finding Good(string subject, string words) => new(FindingLevel.Good, subject, words);

    public static Finding Warning(string subject, string words, string cure) => new(FindingLevel.Warning, subject, words, cure);

    public static Finding Bad(string subject, string words, string cure) => new(FindingLevel.Bad, subject, words, cure);
}

public enum FindingLevel
{
    Good,

    /// <summary>AoBot works, but not all of it.</summary>
    Warning,

    /// <summary>AoBot cannot do its work.</summary>
    Bad,
}
