namespace AoBot.Tests;

public sealed class NounsTests
{
    [Theory]
    [InlineData("key result", 0, "0 key results")]
    [InlineData("key result", 1, "1 key result")]
    [InlineData("key result", 2, "2 key results")]
    [InlineData("status", 2, "2 statuses")]
    [InlineData("day", 2, "2 days")]
    [InlineData("entry", 2, "2 entries")]
    [InlineData("match", 2, "2 matches")]
    public void A_quantity_reads_as_people_say_it(string noun, int count, string words) => Assert.Equal(words, noun.ToQuantity(count));

    [Theory]
    [InlineData("purposes", "purpose")]
    [InlineData("key results", "key result")]
    [InlineData("statuses", "status")]
    [InlineData("status", "status")]
    [InlineData("entries", "entry")]
    [InlineData("kr", "kr")]
    public void Many_are_known_by_the_word_for_one(string typed, string noun) => Assert.Contains(noun, Nouns.Singulars(typed));

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("ies")]
    public void What_is_hardly_a_word_is_still_itself(string typed) => Assert.Equal(typed, Nouns.Singulars(typed).First());
}
