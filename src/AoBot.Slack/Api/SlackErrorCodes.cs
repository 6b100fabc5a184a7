namespace AoBot.Slack.Api;

/// <summary>Which type a code of Slack's is. One list, so that a new code is one word.</summary>
internal static class SlackErrorCodes
{
    /// <summary>Slack says of these that the operation may have been carried out, wholly or in part.</summary>
    private static readonly HashSet<string> Uncertain = ["internal_error", "fatal_error", "request_timeout", "service_unavailable"];

    private static readonly HashSet<string> RateLimits = ["ratelimited", "rate_limited"];

    private static readonly HashSet<string> Auth =
    [
        "not_authed", "invalid_auth", "account_inactive", "token_revoked", "token_expired", "missing_scope",
        "not_allowed_token_type", "no_permission", "org_login_required", "ekm_access_denied",
        "two_factor_setup_required", "accesslimited", "team_access_not_granted",
    ];

    private static readonly HashSet<string> Absent =
    [
        "channel_not_found", "user_not_found", "users_not_found", "user_not_visible", "user_not_in_channel",
        "not_in_channel", "is_archived", "is_inactive", "message_not_found", "cant_update_message",
        "thread_not_found", "not_found", "view_not_found", "cannot_dm_bot", "messages_tab_disabled", "user_disabled", "no_such_subteam",
        "restricted_action", "restricted_action_read_only_channel", "restricted_action_thread_only_channel",
        "restricted_action_non_threadable_channel", "restricted_action_thread_locked",
    ];

    private static readonly HashSet<string> Blocks =
    [
        "invalid_blocks", "invalid_blocks_format", "view_too_large", "msg_too_long", "msg_blocks_too_long",
        "too_many_attachments",
    ];

    private static readonly HashSet<string> Arguments =
    [
        "invalid_arguments", "invalid_args", "invalid_arg_name", "invalid_array_arg", "invalid_charset",
        "invalid_form_data", "invalid_post_type", "invalid_json", "json_not_object", "missing_post_type",
        "missing_argument", "no_text", "invalid_metadata_format", "invalid_metadata_schema",
        "metadata_too_large", "metadata_must_be_sent_from_app", "duplicate_external_id",
    ];

    private static readonly HashSet<string> Triggers =
    [
        "expired_trigger_id", "invalid_trigger_id", "exchanged_trigger_id", "trigger_expired", "trigger_exchanged",
    ];

    private static readonly HashSet<string> ResponseUrls = ["expired_url", "used_url"];

    public static bool IsUncertain(string code) => Uncertain.Contains(code);

    public static bool IsRateLimit(string code) => RateLimits.Contains(code);

    public static bool IsDeadResponseUrl(string code) => ResponseUrls.Contains(code);

    public static SlackError Read(string code, string? needed, string? provided, IReadOnlyList<string> messages)
    {
        SlackError error = code switch
        {
            "hash_conflict" => new HashConflict(),
            _ when Auth.Contains(code) => new AuthError(code) { Needed = needed, Provided = provided },
            _ when Absent.Contains(code) => new NotFound(code),
            _ when Blocks.Contains(code) => new InvalidBlocks(code),
            _ when Arguments.Contains(code) => new InvalidArguments(code),
            _ when Triggers.Contains(code) => new TriggerExpired(code),
            _ when ResponseUrls.Contains(code) => new ResponseUrlExpired(code),
            _ => new OtherError(code),
        };
        return error with { Messages = messages };
    }
}
