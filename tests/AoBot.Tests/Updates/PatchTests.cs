using System.Text;
using AoBot.Updates.GitHub;

namespace AoBot.Tests.Updates;

/// <summary>What a patch tells of a file, so that the file need not be asked for.</summary>
public sealed class PatchTests
{
    [Theory]
    [InlineData("# March\n\nDone.\n", "@@ -0,0 +1,3 @@\n+# March\n+\n+Done.")]
    [InlineData("# March\n\nDone.", "@@ -0,0 +1,3 @@\n+# March\n+\n+Done.\n\\ No newline at end of file")]
    [InlineData("\n\n", "@@ -0,0 +1,2 @@\n+\n+")]
    [InlineData("# März\r\n+1 -1\r\n", "@@ -0,0 +1,2 @@\n+# März\r\n++1 -1\r")]
    public void The_patch_of_a_new_file_is_its_text_and_the_id_proves_it(string text, string patch)
    {
        var blob = Patch.IdOf(Encoding.UTF8.GetBytes(text));

        Assert.Equal(text, Patch.Read(patch)!.NewText(blob));
        Assert.Null(Patch.Read(patch + "\n+and more")!.NewText(blob));
    }

    [Fact]
    public void What_is_cut_or_could_not_be_told_as_text_proves_nothing()
    {
        var blob = Patch.IdOf("# M\u00E4rz\n"u8);

        Assert.Null(Patch.Read(null));
        Assert.Null(Patch.Read("@@ -0,0 +1 @@\n+# M\uFFFDrz")!.NewText(blob));
        Assert.Null(Patch.Read("")!.NewText(blob));
    }

    [Fact]
    public void Bytes_that_went_and_came_are_counted() =>
        Assert.Equal((4L, 3L), Patch.Read("@@ -1,3 +1,3 @@\n kept\n-old\n+äx\n\\ No newline at end of file\n kept") is { } patch ? (patch.Removed, patch.Added) : default);

    [Theory]
    [InlineData(100, "@@ -1,2 +1,2 @@\n same\n+more", 57_142)]
    [InlineData(20, "@@ -1,2 +1,1 @@\n-0123456789012345678\n+another", 0)]
    [InlineData(40, "@@ -1,4 +1,4 @@\n-0123456789\n same\n+0123456789", 60_000)]
    [InlineData(0, "", 0)]
    public void How_alike_two_texts_are_is_git_s_own_measure(long sizeBefore, string patch, int likeness) => Assert.Equal(likeness, Patch.Read(patch)!.Likeness(sizeBefore));
}
