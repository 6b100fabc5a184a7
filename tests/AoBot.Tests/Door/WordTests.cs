using AoBot.Conversations;
using AoBot.Slack.Tests;
using AoBot.Tests.Host;
using Humanizer;
using Microsoft.Extensions.DependencyInjection;

namespace AoBot.Tests.Door;

/// <summary>Every word of /ao, as people type it. One run of AoBot answers them all, as nothing is changed.</summary>
public sealed class WordTests(RunningBot running) : IClassFixture<RunningBot>
{
    private readonly AoBotHost _bot = running.Bot;

    [Theory]
    [InlineData("status", "KR 2.2")]
    [InlineData("kr", "KR 4.3")]
    [InlineData("kr 2.1", "Planning")]
    [InlineData("kr 2024", "KR 4.3")]
    [InlineData("kr 2.1 2024", "Planning")]
    [InlineData("engagement", "Homebrew")]
    [InlineData("engagement homebrew", "Homebrew")]
    [InlineData("engagement audits", "Airflow")]
    [InlineData("engagement rfl", "Rust for Linux")]
    [InlineData("engagement linux rust", "Rust for Linux")]
    [InlineData("status 2024-05", "KR 2.2")]
    [InlineData("next", "July 25")]
    [InlineData("about", "Scovetta")]
    [InlineData("about", "Recent news")]
    [InlineData("help", "/ao status")]
    [InlineData("help kr", "kr 2.1")]
    public async Task Every_word_answers_for_the_askers_eyes_alone(string word, string says)
    {
        foreach (var user in new[] { Workspace.Member, Workspace.Staff })
        {
            var answer = await _bot.Command($"/ao {word}", user);

            Assert.Equal("ephemeral", answer.ResponseType);
            Assert.Contains(says, answer.Shown, StringComparison.Ordinal);
            Assert.Contains(says, answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_word_does_not_listen_to_is_said()
    {
        Assert.Contains("I know no part of `/ao status` called \"2024-05\"", (await _bot.Command("/ao status 2024-05")).Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("I know no part", (await _bot.Command("/ao status")).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_name_two_slips_away_is_asked_about_and_not_taken_for_it()
    {
        var answer = await _bot.Command("/ao engagement openjs");

        Assert.Contains("Did you mean OpenSSL?", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("libcrypto", answer.Text, StringComparison.Ordinal);
        Assert.Contains("engagement OpenSSL", answer.Buttons.Select(b => b.GetProperty("value").GetString()));
    }

    [Fact]
    public async Task Every_alias_singular_and_plural_and_in_capitals_answers_as_its_word()
    {
        // Of the two that are left out a window is the whole answer.
        foreach (var word in _bot.Services.GetRequiredService<Words>().All.Where(w => w.Help.Name is not ("away" or "settings")))
        {
            var expected = (await _bot.Command($"/ao {word.Help.Name}")).Text;
            foreach (var name in word.Help.Aliases.Prepend(word.Help.Name))
            {
                foreach (var typed in new[] { name, name.Pluralize(inputIsKnownToBeSingular: false), name.ToUpperInvariant(), name.Titleize(), $"  {name}  ", $"{name}?", $"\"{name}\"" })
                {
                    Assert.Equal((typed, expected), (typed, (await _bot.Command($"/ao {typed}")).Text));
                }
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" \t ")]
    [InlineData("\u00a0\u2003")]
    [InlineData("help")]
    public async Task Nothing_at_all_is_answered_with_the_help(string typed)
    {
        var answer = await _bot.Command($"/ao {typed}");

        Assert.All(_bot.Services.GetRequiredService<Words>().All.Where(word => !AdminCommand.IsAdmins(word)), word => Assert.Contains($"/ao {word.Help.Name}", answer.Everything, StringComparison.Ordinal));
        Assert.Contains("threads", answer.Text, StringComparison.Ordinal);
        Assert.Contains("threads", answer.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_knows_every_word_by_each_of_its_names()
    {
        foreach (var word in _bot.Services.GetRequiredService<Words>().All)
        {
            foreach (var name in word.Help.Aliases.Prepend(word.Help.Name))
            {
                var answer = await _bot.Command($"/ao help {name}");

                Assert.Contains(word.Help.Summary, answer.Shown, StringComparison.Ordinal);
                Assert.All(word.Help.Usages, usage => Assert.Contains($"/ao {usage.Form}", answer.Everything, StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [InlineData("staus", "/ao status")]
    [InlineData("statsu", "/ao status")]
    [InlineData("STAUTS", "/ao status")]
    [InlineData("engagment homebrew", "/ao engagement homebrew")]
    [InlineData("hepl", "/ao help")]
    [InlineData("nxet", "/ao next")]
    [InlineData("abuot", "/ao about")]
    [InlineData("help engagment", "/ao help engagement")]
    [InlineData("partnrs", "/ao engagement")]
    public async Task A_slip_of_the_finger_is_answered_with_the_nearest_word(string typed, string suggests)
    {
        var answer = await _bot.Command($"/ao {typed}");

        Assert.Contains(suggests, answer.Text, StringComparison.Ordinal);
        Assert.Contains(suggests, answer.Shown, StringComparison.Ordinal);
        Assert.Null(answer.Button(Sharing.ActionId));
    }

    [Theory]
    [InlineData("xyzzyplugh")]
    [InlineData("12345")]
    [InlineData("...")]
    [InlineData("😀😀😀")]
    [InlineData("hilfe bitte")]
    public async Task Nonsense_is_answered_with_the_way_to_the_help(string typed)
    {
        var answer = await _bot.Command($"/ao {typed}");

        Assert.Contains("/ao help", answer.Text, StringComparison.Ordinal);
        Assert.Contains("/ao help", answer.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kr 9.9")]
    [InlineData("kr 0")]
    [InlineData("kr 2.1.3")]
    [InlineData("kr 1999")]
    [InlineData("kr banana")]
    [InlineData("kr 2.1 2.2")]
    [InlineData("kr 2024 2025")]
    [InlineData("engagement xyzzyplugh")]
    [InlineData("engagement e")]
    [InlineData("help xyzzyplugh")]
    public async Task What_is_not_there_is_said_kindly_with_a_way_on(string typed)
    {
        var answer = await _bot.Command($"/ao {typed}");

        Assert.Matches("/ao |KR 1.1", answer.Everything);
    }

    [Theory]
    [InlineData("kr 2.1", "kr KR2.1")]
    [InlineData("kr 2.1", "kr kr 2.1")]
    [InlineData("kr 2.1", "KR   02.01")]
    [InlineData("kr 2.1", "kr 2.1?")]
    [InlineData("kr 2.1", "kr2.1")]
    [InlineData("kr 2.1", "KR2.1 2024")]
    [InlineData("kr 2.1", "key result 2.1")]
    [InlineData("kr 2.1", "key results 2024 2.1")]
    [InlineData("engagement homebrew", "engagement HOMEBREW")]
    [InlineData("engagement homebrew", "engagement homebrw")]
    [InlineData("engagement ruby central", "engagement rubycentral")]
    [InlineData("engagement node.js", "engagement nodejs")]
    [InlineData("engagement audits", "engagement audit")]
    public async Task What_people_mean_is_found_however_they_spell_it(string plain, string typed) =>
        Assert.Equal((await _bot.Command($"/ao {plain}")).Text, (await _bot.Command($"/ao {typed}")).Text);

    [Theory]
    [InlineData("engagement node.js", "engagement <http://node.js|node.js>")]
    [InlineData("engagement homebrew", "engagement <#C0000BREW|homebrew>")]
    [InlineData("status", "status <@U0000ANNA|anna>")]
    [InlineData("engagement R&D", "engagement R&amp;D")]
    [InlineData("a<b", "a&lt;b")]
    public async Task What_Slack_made_of_the_typed_text_is_read_back(string plain, string escaped) =>
        Assert.Equal((await _bot.Command($"/ao {plain}")).Text, (await _bot.Command($"/ao {escaped}")).Text);

    [Fact]
    public async Task The_screen_names_every_key_result_with_its_status_in_blocks_and_aloud()
    {
        var answer = await _bot.Command("/ao status");

        foreach (var id in new[] { "1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "3.1", "4.1", "4.2", "4.3" })
        {
            Assert.Contains($"KR {id}", answer.Shown, StringComparison.Ordinal);
            Assert.Contains($"KR {id}", answer.Text, StringComparison.Ordinal);
        }

        Assert.Contains("June 2024", answer.Text, StringComparison.Ordinal);
        Assert.Contains("June 30", answer.Text, StringComparison.Ordinal);
        Assert.Contains("not read yet", answer.Text, StringComparison.Ordinal);
        Assert.Contains("June 21", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_is_not_ours_is_answered_with_a_reference_that_is_in_the_log()
    {
        var (status, body) = await _bot.Send(SlackRequest.Command("/other", "x"));

        Assert.Equal(System.Net.HttpStatusCode.OK, status);
        var reference = SpokenAnswer.Read(body).Text.Split("Reference: ")[1].TrimEnd('.');
        Assert.Contains(running.Workspace.Log.Lines, line => line.Text.Contains(reference, StringComparison.Ordinal));
    }
}
