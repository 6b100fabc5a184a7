namespace AoBot.Slack.Api;

/// <summary>
/// Why Slack, or this client before asking it, refused a call. Match on the type for what to do, on
/// <see cref="Code"/> for the exact reason. Codes are listed on each method's page
/// (https://docs.slack.dev/reference/methods); one that this library does not know is an <see cref="OtherError"/>.
/// </summary>
/// <param name="Code">Slack's own word, such as <c>channel_not_found</c>; for an answer without one,
/// <c>http_</c> and the status.</param>
public abstract record SlackError(string Code)
{
    /// <summary>Slack's explanations (<c>response_metadata.messages</c>), such as
    /// <c>[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]</c>. Empty when it gave none.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];
}

/// <summary>
/// The token is missing, wrong, revoked or not allowed to do this: nothing will be sent until an operator acts.
/// <c>not_authed</c>, <c>invalid_auth</c>, <c>account_inactive</c>, <c>token_revoked</c>, <c>token_expired</c>,
/// <c>missing_scope</c>, <c>not_allowed_token_type</c>, <c>no_permission</c>, <c>org_login_required</c>,
/// <c>ekm_access_denied</c>, <c>two_factor_setup_required</c>, <c>accesslimited</c>, <c>team_access_not_granted</c>.
/// </summary>
/// <param name="Code">Slack's word.</param>
public sealed record AuthError(string Code) : SlackError(Code)
{
    /// <summary>For <c>missing_scope</c>: the scope that the method needs, several separated by commas.</summary>
    public string? Needed { get; init; }

    /// <summary>For <c>missing_scope</c>: the scopes that the token has, separated by commas.</summary>
    public string? Provided { get; init; }
}

/// <summary>
/// The person, channel, message or view is not there, or not for this bot: <c>channel_not_found</c>,
/// <c>user_not_found</c>, <c>users_not_found</c>, <c>user_not_visible</c>, <c>user_not_in_channel</c>,
/// <c>not_in_channel</c>, <c>is_archived</c>, <c>is_inactive</c>, <c>message_not_found</c>,
/// <c>cant_update_message</c>, <c>thread_not_found</c>, <c>not_found</c>, <c>view_not_found</c>,
/// <c>cannot_dm_bot</c>, <c>messages_tab_disabled</c>, <c>user_disabled</c>, <c>restricted_action…</c>.
/// Other recipients are not affected.
/// </summary>
/// <param name="Code">Slack's word.</param>
public sealed record NotFound(string Code) : SlackError(Code);

/// <summary>
/// Too much, too fast, and the client has waited and asked again as often as
/// <see cref="SlackApiOptions.MaxAttempts"/> allows. Nothing was done.
/// See https://docs.slack.dev/apis/web-api/rate-limits.
/// </summary>
/// <param name="RetryAfter">How long Slack asked to leave this method alone, counted from its last answer. The
/// client holds the method's next calls back until then by itself.</param>
public sealed record RateLimited(TimeSpan RetryAfter) : SlackError("ratelimited");

/// <summary>The blocks or the view broke a rule of Block Kit (<c>invalid_blocks</c>, <c>invalid_blocks_format</c>,
/// <c>view_too_large</c>, <c>msg_too_long</c>, <c>msg_blocks_too_long</c>, <c>too_many_attachments</c>): a defect of the caller;
/// <see cref="SlackError.Messages"/> point to the place.
/// See https://docs.slack.dev/reference/block-kit/blocks.</summary>
/// <param name="Code">Slack's word.</param>
public sealed record InvalidBlocks(string Code) : SlackError(Code);

/// <summary>An argument is missing or wrong (<c>invalid_arguments</c>, <c>invalid_args</c>, <c>no_text</c>, <c>invalid_metadata_format</c> …): a
/// defect of the caller; <see cref="SlackError.Messages"/> say which.</summary>
/// <param name="Code">Slack's word.</param>
public sealed record InvalidArguments(string Code) : SlackError(Code);

/// <summary>The view has changed since its hash was read (<c>hash_conflict</c>): render it again from the state and
/// try once more. See https://docs.slack.dev/reference/methods/views.update.</summary>
public sealed record HashConflict() : SlackError("hash_conflict");

/// <summary>The <c>trigger_id</c> is older than three seconds, used up or not ours (<c>expired_trigger_id</c>,
/// <c>invalid_trigger_id</c>, <c>exchanged_trigger_id</c>, <c>trigger_expired</c>, <c>trigger_exchanged</c>): only
/// another press by the person brings a new one. See https://docs.slack.dev/surfaces/modals.</summary>
/// <param name="Code">Slack's word.</param>
public sealed record TriggerExpired(string Code) : SlackError(Code);

/// <summary>Not one byte of the request's body left this machine: the name was not found, the connection was refused
/// or timed out, or TLS failed, each time that was tried. Nothing was done.</summary>
/// <param name="Reason">A short code, such as <c>name_resolution_error</c>, <c>connection_error</c>,
/// <c>secure_connection_error</c>, <c>timeout</c>.</param>
public sealed record Unreachable(string Reason) : SlackError("unreachable");

/// <summary>The <c>response_url</c> is neither at Slack's hooks host nor at the origin of
/// <see cref="SlackApiOptions.ApiUrl"/>: it was not called.</summary>
public sealed record ResponseUrlNotAllowed() : SlackError("response_url_not_allowed");

/// <summary>The <c>response_url</c> is dead: 30 minutes have passed or its five uses are spent (<c>expired_url</c>,
/// <c>used_url</c>, <c>http_404</c> …). Only a message by <c>chat.postMessage</c> or <c>chat.postEphemeral</c> can
/// still reach the person. See https://docs.slack.dev/interactivity/handling-user-interaction.</summary>
/// <param name="Code">Slack's word.</param>
public sealed record ResponseUrlExpired(string Code) : SlackError(Code);

/// <summary>Any other refusal. Nothing was done.</summary>
/// <param name="Code">Slack's word, or <c>http_</c> and the status of an answer that was not Slack's JSON: a 3xx
/// (never followed) or a 4xx.</param>
public sealed record OtherError(string Code) : SlackError(Code);
