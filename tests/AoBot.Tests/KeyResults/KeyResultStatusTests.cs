using AoBot.KeyResults;

namespace AoBot.Tests.KeyResults;

public sealed class KeyResultStatusTests
{
    [Theory]
    [InlineData("On target", KeyResultStatus.OnTarget)]
    [InlineData("On Target", KeyResultStatus.OnTarget)]
    [InlineData("ON-TRACK", KeyResultStatus.OnTarget)]
    [InlineData("  on_track. ", KeyResultStatus.OnTarget)]
    [InlineData("🟢 On track", KeyResultStatus.OnTarget)]
    [InlineData("🟢", KeyResultStatus.OnTarget)]
    [InlineData("On target (delayed in May)", KeyResultStatus.OnTarget)]
    [InlineData("On target, but not started in one ecosystem", KeyResultStatus.OnTarget)]
    [InlineData("In progress - 3 of 5", KeyResultStatus.InProgress)]
    [InlineData("in-progress", KeyResultStatus.InProgress)]
    [InlineData("ongoing", KeyResultStatus.InProgress)]
    [InlineData("60% complete", KeyResultStatus.InProgress)]
    [InlineData("Complete: 60%", KeyResultStatus.InProgress)]
    [InlineData("In progress (60%)", KeyResultStatus.InProgress)]
    [InlineData("100%", KeyResultStatus.Completed)]
    [InlineData("0%", KeyResultStatus.NotStarted)]
    [InlineData("Not Started", KeyResultStatus.NotStarted)]
    [InlineData("not yet started", KeyResultStatus.NotStarted)]
    [InlineData("Planning", KeyResultStatus.Planning)]
    [InlineData("planned", KeyResultStatus.Planning)]
    [InlineData("Started", KeyResultStatus.Started)]
    [InlineData("done", KeyResultStatus.Completed)]
    [InlineData("Complete!", KeyResultStatus.Completed)]
    [InlineData("✅ Done", KeyResultStatus.Completed)]
    [InlineData("At risk", KeyResultStatus.AtRisk)]
    [InlineData("delayed", KeyResultStatus.AtRisk)]
    [InlineData("Behind", KeyResultStatus.AtRisk)]
    [InlineData("off-track", KeyResultStatus.AtRisk)]
    [InlineData("not on track", KeyResultStatus.AtRisk)]
    [InlineData("Missed", KeyResultStatus.Missed)]
    [InlineData("not met", KeyResultStatus.Missed)]
    public void A_status_is_understood_however_it_is_spelled(string written, KeyResultStatus expected) => Assert.Equal(expected, KeyResultStatuses.Parse(written));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" - ")]
    [InlineData("incomplete")]
    [InlineData("not complete")]
    [InlineData("under review by the target team")]
    [InlineData("untargeted")]
    [InlineData("2/3 done")]
    [InlineData("cancelled")]
    public void A_word_that_is_none_of_ours_is_unknown_rather_than_guessed(string? written) => Assert.Equal(KeyResultStatus.Unknown, KeyResultStatuses.Parse(written));

    [Fact]
    public void Every_status_is_read_back_from_its_own_words()
    {
        Assert.All(Enum.GetValues<KeyResultStatus>(), status => Assert.Equal(status, KeyResultStatuses.Parse(status.Words())));
        Assert.Equal(9, Enum.GetValues<KeyResultStatus>().Select(s => s.Words()).Distinct().Count());
    }
}
