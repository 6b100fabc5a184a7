using System.Text.Json.Serialization;
using AoBot.Slack.Blocks;

namespace AoBot.Slack.Api;

/// <summary>
/// Modals and the Home tab: <c>views.*</c>. No scope of their own; none is ever repeated by the client when its outcome
/// is unknown, because a repetition could put an older picture over a newer one.
/// </summary>
public sealed class ViewsApi
{
    private readonly SlackCaller _caller;

    internal ViewsApi(SlackCaller caller) => _caller = caller;

    /// <summary>
    /// Opens a modal for the person who pressed something. It must be the first call after the press: the trigger lives three seconds.
    /// See https://docs.slack.dev/reference/methods/views.open; tier 4; no scope.
    /// </summary>
    /// <param name="triggerId">From the command or interaction; good for one use within 3 s.</param>
    /// <param name="view">The modal, at most 250 KB.</param>
    /// <param name="ct">As for <see cref="ChatApi.PostMessage(Message, CancellationToken)"/>.</param>
    /// <returns>The view as Slack keeps it. Errors: <see cref="TriggerExpired"/>, <see cref="InvalidBlocks"/>
    /// (<c>view_too_large</c>), <see cref="InvalidArguments"/>, <see cref="OtherError"/> (<c>push_limit_reached</c>),
    /// <see cref="AuthError"/>, <see cref="RateLimited"/>, <see cref="Unreachable"/>.</returns>
    public Task<SlackOutcome<SlackView>> Open(string triggerId, ModalView view, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(triggerId);
        ArgumentNullException.ThrowIfNull(view);
        return View(_caller.Call(SlackMethods.ViewsOpen, new OpenViewRequest(triggerId, view), ct));
    }

    /// <summary>
    /// Replaces an open modal.
    /// See https://docs.slack.dev/reference/methods/views.update; tier 4; no scope.
    /// </summary>
    /// <param name="viewId">The view (<c>V…</c>), as <see cref="SlackView.Id"/> told it.</param>
    /// <param name="view">What it becomes.</param>
    /// <param name="hash">The state that <paramref name="view"/> was rendered from, as <see cref="SlackView.Hash"/> told
    /// it: when the view has changed since, nothing happens. Null: replace whatever is there.</param>
    /// <param name="ct">As for <see cref="ChatApi.PostMessage(Message, CancellationToken)"/>.</param>
    /// <returns>The view as Slack keeps it. Errors: <see cref="HashConflict"/>, <see cref="NotFound"/>
    /// (<c>not_found</c>: closed), and those of <see cref="Open"/>.</returns>
    public Task<SlackOutcome<SlackView>> Update(string viewId, ModalView view, string? hash = null, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(viewId);
        ArgumentNullException.ThrowIfNull(view);
        return View(_caller.Call(SlackMethods.ViewsUpdate, new UpdateViewRequest(viewId, view, hash), ct));
    }

    /// <summary>
    /// Shows a person's Home tab.
    /// See https://docs.slack.dev/reference/methods/views.publish; tier 4; no scope.
    /// </summary>
    /// <param name="userId">Whose Home (<c>U…</c>).</param>
    /// <param name="view">The Home, at most 100 blocks.</param>
    /// <param name="hash">The state that <paramref name="view"/> was rendered from, as <see cref="SlackView.Hash"/> or the
    /// event that the tab was opened told it: when the Home has changed since, nothing happens. Null: replace whatever is there.</param>
    /// <param name="ct">As for <see cref="ChatApi.PostMessage(Message, CancellationToken)"/>.</param>
    /// <returns>The view as Slack keeps it. Errors: <see cref="HashConflict"/>, <see cref="OtherError"/>
    /// (<c>not_enabled</c>: the app has no Home tab), and those of <see cref="Open"/> but for triggers.</returns>
    public Task<SlackOutcome<SlackView>> Publish(string userId, HomeView view, string? hash = null, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        ArgumentNullException.ThrowIfNull(view);
        return View(_caller.Call(SlackMethods.ViewsPublish, new PublishViewRequest(userId, view, hash), ct));
    }

    private static async Task<SlackOutcome<SlackView>> View(Task<SlackOutcome<ViewAnswer>> call) =>
        (await call).Map(answer => answer.View);
}

/// <summary>A view as Slack keeps it. See https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload.</summary>
public sealed record SlackView
{
    /// <summary>The view's id (<c>V…</c>).</summary>
    public required string Id { get; init; }

    /// <summary>Its present state, to be handed back with the next change.</summary>
    public string? Hash { get; init; }

    /// <summary><c>modal</c> or <c>home</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The workspace.</summary>
    public string? TeamId { get; init; }

    /// <summary>The app's own name for the kind of view.</summary>
    public string? CallbackId { get; init; }

    /// <summary>The app's own name for this very view.</summary>
    public string? ExternalId { get; init; }

    /// <summary>What the app put into it for itself.</summary>
    public string? PrivateMetadata { get; init; }

    /// <summary>The lowest view of the stack of modals.</summary>
    public string? RootViewId { get; init; }

    /// <summary>The view below it in the stack.</summary>
    public string? PreviousViewId { get; init; }
}

internal sealed record OpenViewRequest(
    string TriggerId,
    [property: JsonConverter(typeof(ViewWriter))] View View);

internal sealed record UpdateViewRequest(
    string ViewId,
    [property: JsonConverter(typeof(ViewWriter))] View View,
    string? Hash);

internal sealed record PublishViewRequest(
    string UserId,
    [property: JsonConverter(typeof(ViewWriter))] View View,
    string? Hash);

internal sealed record ViewAnswer
{
    public required SlackView View { get; init; }
}
