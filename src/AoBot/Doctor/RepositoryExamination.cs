using AoBot.Updates.GitHub;

namespace AoBot.Doctor;

/// <summary>Looks at the repository of updates as the reader would: is it there, its branch, the folder, and what the token may see.</summary>
public sealed class RepositoryExamination(Settings settings, GitHubClient client)
{
    private const string Subject = "Repository";

    public async Task<Finding> Examine(CancellationToken cancellationToken)
    {
        if (settings.GitHubRepository is not { } name)
        {
            return Finding.Good(Subject, "none is set (Updates:GitHub:Repository), so nobody's updates are known");
        }

        try
        {
            return await Look(new GitHubRepository(client, name), cancellationToken);
        }
        catch (GitHubException problem)
        {
            return Finding.Bad(Subject, problem.Words, problem.Cure ?? $"check that {settings.GitHubApiUrl} can be reached from here, and try again");
        }
    }

    private async Task<Finding> Look(GitHubRepository repository, CancellationToken cancellationToken)
    {
        if (await repository.Repository(cancellationToken) is not GitHubAnswer<RepositoryFacts>.Read { Value: var facts })
        {
            throw repository.NotShown(settings.GitHubToken is not null);
        }

        var branch = settings.GitHubBranch ?? facts.DefaultBranch;
        if (await repository.Branch(branch, null, cancellationToken) is not GitHubAnswer<BranchFacts>.Read { Value.Commit.Sha: var head })
        {
            throw repository.NoBranch(branch);
        }

        await repository.OpenPulls(branch, 1, null, cancellationToken);
        if ((await repository.Commits(head, settings.UpdatesPath, null, cancellationToken)).Value.Count == 0)
        {
            return Finding.Warning(Subject, $"{repository.Name} has nothing under {settings.UpdatesPath}", "correct Updates:GitHub:Path");
        }

        return settings.GitHubToken is null
            ? Finding.Warning(Subject, $"{repository.Name} can be read without a token, but GitHub then answers only {client.Limit?.Limit ?? GitHubLimit.WithoutToken} requests an hour", "set Updates:GitHub:Token, or read a clone first with import --git DIR")
            : Finding.Good(Subject, $"{repository.Name} can be read, branch {branch}, {(settings.GitHubWebhookSecret is null ? "every ten minutes" : "by webhook and every ten minutes")}");
    }
}
