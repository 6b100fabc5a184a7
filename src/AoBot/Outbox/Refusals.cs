using AoBot.Slack.Api;

namespace AoBot.Outbox;

/// <summary>Why something could not be sent, in words for staff, with what to do.</summary>
public static class Refusals
{
    public static string Refusal(SlackError error) => error switch
    {
        NotFound { Code: "not_in_channel" or "channel_not_found" } => $"AoBot is not in the channel, or cannot write to the person ({error.Code}): invite it with /invite, or check the id",
        NotFound { Code: "is_archived" } => "the channel is archived",
        NotFound { Code: "user_disabled" or "is_inactive" } => $"the person's account is no longer active ({error.Code})",
        NotFound { Code: "messages_tab_disabled" } => "the app's messages tab is switched off: switch it on under \"App Home\" of the app's settings (messages_tab_disabled)",
        NotFound => $"Slack knows no such person or channel for AoBot ({error.Code})",
        RateLimited => "Slack asked to wait again and again",
        _ => $"Slack refused it ({error.Code})",
    };

    public static string Cure(AuthError error) => error.Code switch
    {
        "missing_scope" => $"add the scope {error.Needed ?? "that is missing"} in the app's \"OAuth & Permissions\" and install it to the workspace again",
        "not_authed" or "invalid_auth" or "token_revoked" or "token_expired" => "copy the token that begins with xoxb- from \"OAuth & Permissions\" into Slack:BotToken and start AoBot again; a token that is valid again is noticed by itself",
        "account_inactive" => "the app was taken out of the workspace or its bot switched off: install it again, and check Slack:BotToken",
        _ => "look at the app's settings in Slack, and ask the workspace's administrators",
    };
}
