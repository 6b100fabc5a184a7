namespace AoBot.Engagements;

/// <summary>What came of reading a roster: the roster, or every reason why there is none.</summary>
/// <param name="Roster">None where there is a problem.</param>
/// <param name="Problems">By line.</param>
public sealed record RosterReading(Roster? Roster, IReadOnlyList<RosterProblem> Problems);

/// <param name="Line">Where the row begins, counted from 1.</param>
/// <param name="Message">What is wrong, and the cure. Holds no e-mail address.</param>
public sealed record RosterProblem(int Line, string Message);
