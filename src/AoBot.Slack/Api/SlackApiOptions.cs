namespace AoBot.Slack.Api;

/// <summary>Where Slack is, who calls it, and how patiently.</summary>
public sealed class SlackApiOptions
{
    /// <summary>The base address of the Web API: absolute, http or https. Default <c>https://slack.com/api/</c>;
    /// a stand-in for Slack has its own. A missing last slash is supplied.</summary>
    public Uri ApiUrl { get; set; } = new("https://slack.com/api/");

    /// <summary>The bot token (<c>xoxb-…</c>), sent as <c>Authorization: Bearer</c> and never logged. Empty: every call is
    /// refused as <see cref="AuthError"/> <c>not_authed</c> without asking Slack.
    /// See https://docs.slack.dev/authentication/tokens.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>How long one attempt may take from connecting to the last byte of the answer. Default 10 s. Waiting for
    /// one's turn is not part of it.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often one call may be tried, the first time included. Default 3, at least 1. Only what is certain
    /// not to have been done (rate limits, no connection) and reading methods are tried again.</summary>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>How many <c>chat.postMessage</c> calls may go out in a minute, all channels together. Default 300:
    /// Slack speaks of "several hundred". See https://docs.slack.dev/apis/web-api/rate-limits.</summary>
    public int MessagesPerMinute { get; set; } = 300;

    /// <summary>How many messages may go to one channel at once: at most this many in as many seconds. Default 1, which
    /// is one message per second; Slack tolerates short bursts but does not say how long.</summary>
    public int MessagesPerSecondBurst { get; set; } = 1;

    /// <summary>The clock for pacing, <c>Retry-After</c> and timeouts. These are real time whatever clock the
    /// product's dates follow; only tests set it.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;
}
