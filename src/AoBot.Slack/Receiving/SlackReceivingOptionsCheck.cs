using Microsoft.Extensions.Options;

namespace AoBot.Slack.Receiving;

/// <summary>Bad settings do not start.</summary>
internal sealed class SlackReceivingOptionsCheck : IValidateOptions<SlackReceivingOptions>
{
    public ValidateOptionsResult Validate(string? name, SlackReceivingOptions options)
    {
        List<string> wrong = [];
        if (string.IsNullOrWhiteSpace(options.SigningSecret))
        {
            wrong.Add("SlackReceivingOptions.SigningSecret is empty: set it to the signing secret shown under \"Basic Information\" of the Slack app.");
        }

        if (options.AnswerWithin <= TimeSpan.Zero || options.AnswerWithin >= TimeSpan.FromSeconds(3))
        {
            wrong.Add("SlackReceivingOptions.AnswerWithin must be above 0 and below 3 seconds, the time Slack waits.");
        }

        if (options.MaxPending < 1 || options.MaxConcurrent < 1)
        {
            wrong.Add("SlackReceivingOptions.MaxPending and MaxConcurrent must be 1 or more.");
        }

        if (options.DrainWithin < TimeSpan.Zero)
        {
            wrong.Add("SlackReceivingOptions.DrainWithin must not be negative.");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
