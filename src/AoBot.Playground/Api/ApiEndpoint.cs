using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AoBot.Playground.Traffic;
using AoBot.Playground.Workspace;

namespace AoBot.Playground.Api;

/// <summary>Answers <c>/api/{method}</c> and <c>/hooks/{token}</c>: faults, token, scope, pace, the method, the log.</summary>
public sealed class ApiEndpoint(
    ApiMethods methods,
    PlaygroundOptions options,
    RateLimits limits,
    Faults faults,
    ResponseUrls responseUrls,
    Delivery delivery,
    RequestLog log,
    [FromKeyedServices(ProgramClock.Real)] TimeProvider realTime,
    TimeProvider programTime)
{
    private int _underWay;

    /// <summary>How many calls are being answered.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    public Task Call(HttpContext context, string method) => Answer(context, method, async () =>
    {
        var known = methods.Find(method);
        var request = await ApiRequest.Read(context.Request, known?.TakesJson ?? true, context.RequestAborted);
        return new Asked(request.Arguments.Values, () => Call(context, method, known, request));
    });

    public Task Respond(HttpContext context, string token) => Answer(context, Faults.ResponseUrl, async () =>
    {
        var request = await ApiRequest.Read(context.Request, takesJson: true, context.RequestAborted);
        return new Asked(request.Arguments.Values, () => Respond(context, token, request));
    });

    private ApiAnswer Call(HttpContext context, string name, ApiMethod? method, ApiRequest request)
    {
        if (method is null)
        {
            return new ApiAnswer(new JsonObject { ["ok"] = false, ["error"] = "unknown_method", ["req_method"] = name });
        }

        if (request.Problem is { } broken)
        {
            return ApiAnswer.Error(broken);
        }

        // api.test needs no token.
        if (name != "api.test")
        {
            if (request.Token is null)
            {
                return ApiAnswer.Error("not_authed");
            }

            if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Token), Encoding.UTF8.GetBytes(options.BotToken)))
            {
                return ApiAnswer.Error("invalid_auth");
            }

            context.Response.Headers["x-oauth-scopes"] = string.Join(',', options.Scopes);
        }

        var needed = method.Scope(request.Arguments);
        if (needed is not null)
        {
            context.Response.Headers["x-accepted-oauth-scopes"] = needed;
            if (!options.Scopes.Contains(needed, StringComparer.Ordinal))
            {
                return new ApiAnswer(new JsonObject { ["ok"] = false, ["error"] = "missing_scope", ["needed"] = needed, ["provided"] = string.Join(',', options.Scopes) });
            }
        }

        if (limits.Enter(method, name == "chat.postMessage" ? request.Arguments.Text("channel") : null) is { } wait)
        {
            return RateLimited(context, (int)Math.Max(1, Math.Ceiling(wait.TotalSeconds)));
        }

        return method.Run(request.Arguments);
    }

    private ApiAnswer Respond(HttpContext context, string token, ApiRequest request)
    {
        var (use, dead) = responseUrls.Use(token);
        if (use is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return ApiAnswer.Error(dead!);
        }

        var problem = request.Problem ?? delivery.Take(use, request.Arguments.Values);
        return problem is null ? ApiAnswer.Ok() : ApiAnswer.Error(problem);
    }

    private static ApiAnswer RateLimited(HttpContext context, int seconds)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return ApiAnswer.Error("ratelimited");
    }

    private async Task Answer(HttpContext context, string method, Func<Task<Asked>> read)
    {
        Interlocked.Increment(ref _underWay);
        var at = programTime.GetUtcNow();
        var started = Stopwatch.GetTimestamp();
        var request = new JsonObject();
        ApiAnswer? answer = null;
        var fault = faults.Meet(method);
        try
        {
            if (fault?.Kind == FaultKind.Down)
            {
                context.Abort();
                return;
            }

            var asked = await read();
            request = asked.Request;
            answer = await Meet(context, fault, asked.Run);
            if (answer is not null)
            {
                context.Response.ContentType = "application/json; charset=utf-8";
                await context.Response.WriteAsync(Json.Write(answer.Body), context.RequestAborted);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The bot did not wait; the log says so.
            answer = null;
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
            Log(context, fault, at, request, answer, Stopwatch.GetElapsedTime(started));
        }
    }

    /// <summary>Does the call as the fault says; no answer where the connection is dropped.</summary>
    private async Task<ApiAnswer?> Meet(HttpContext context, Fault? fault, Func<ApiAnswer> run)
    {
        switch (fault?.Kind)
        {
            case FaultKind.AnswerLate:
                var done = run();
                await Task.Delay(Faults.Late, realTime, context.RequestAborted);
                return done;
            case FaultKind.AcceptLate:
                // The bot may hang up meanwhile; Slack does it all the same.
                await Task.Delay(Faults.Late, realTime, CancellationToken.None);
                return run();
            case FaultKind.AcceptAndDrop:
                _ = run();
                context.Abort();
                return null;
            case FaultKind.AcceptAnd500:
                _ = run();
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return ApiAnswer.Error("internal_error");
            case FaultKind.AcceptAndInternalError:
                _ = run();
                return ApiAnswer.Error("internal_error");
            case FaultKind.InternalError:
                return ApiAnswer.Error("internal_error");
            case FaultKind.RateLimited:
                return RateLimited(context, fault.RetryAfter);
            case FaultKind.InvalidAuth:
                return ApiAnswer.Error("invalid_auth");
            default:
                return run();
        }
    }

    private void Log(HttpContext context, Fault? fault, DateTimeOffset at, JsonObject request, ApiAnswer? answer, TimeSpan duration) => log.Add(new LoggedRequest
    {
        Direction = RequestDirection.FromBot,
        At = at,
        Method = context.Request.Method,
        Path = context.Request.Path,
        Subject = answer?.ErrorCode,
        Request = Json.Pretty(request),
        Status = answer is null ? null : context.Response.StatusCode,
        Response = answer is null ? null : Json.Pretty(answer.Body),
        Duration = duration,
        IsSignatureGood = answer is null ? null : answer.ErrorCode is not ("not_authed" or "invalid_auth"),
        Note = fault is null ? null : $"fault on purpose: {Faults.Name(fault.Kind)}",
    });

    private sealed record Asked(JsonObject Request, Func<ApiAnswer> Run);
}
