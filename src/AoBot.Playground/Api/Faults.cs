using System.Text.Json.Nodes;

namespace AoBot.Playground.Api;

/// <summary>What may be done to a call on purpose.</summary>
public enum FaultKind
{
    /// <summary>Done at once, answered after four seconds.</summary>
    AnswerLate,

    /// <summary>Done and answered after four seconds.</summary>
    AcceptLate,

    /// <summary>Done, and the connection dropped.</summary>
    AcceptAndDrop,

    /// <summary>Done, and answered with the status 500.</summary>
    AcceptAnd500,

    /// <summary>Done, and answered with <c>internal_error</c>.</summary>
    AcceptAndInternalError,

    /// <summary>Not done, and answered with <c>internal_error</c>.</summary>
    InternalError,

    /// <summary>Not done, and answered with the status 429.</summary>
    RateLimited,

    /// <summary>Not done, and answered with <c>invalid_auth</c>.</summary>
    InvalidAuth,

    /// <summary>Not done, and the connection dropped.</summary>
    Down,
}

/// <param name="Method">Slack's name of the method, <c>response_url</c>, or <c>*</c> for all.</param>
/// <param name="Kind">What.</param>
/// <param name="Left">How many calls it still meets.</param>
/// <param name="RetryAfter">For <see cref="FaultKind.RateLimited"/>: seconds.</param>
public sealed record Fault(string Method, FaultKind Kind, int Left, int RetryAfter = 1);

/// <summary>Faults that were asked for, met in their order.</summary>
public sealed class Faults
{
    /// <summary>The name that stands for calls to a response_url.</summary>
    public const string ResponseUrl = "response_url";

    public const string AnyMethod = "*";

    public static readonly TimeSpan Late = TimeSpan.FromSeconds(4);

    private static readonly Dictionary<string, FaultKind> Names = new(StringComparer.Ordinal)
    {
        ["answer_late"] = FaultKind.AnswerLate,
        ["accept_late"] = FaultKind.AcceptLate,
        ["accept_drop"] = FaultKind.AcceptAndDrop,
        ["accept_500"] = FaultKind.AcceptAnd500,
        ["accept_internal_error"] = FaultKind.AcceptAndInternalError,
        ["internal_error"] = FaultKind.InternalError,
        ["rate_limited"] = FaultKind.RateLimited,
        ["invalid_auth"] = FaultKind.InvalidAuth,
        ["down"] = FaultKind.Down,
    };

    private readonly Lock _lock = new();
    private readonly List<Fault> _faults = [];

    public static IEnumerable<string> KindNames => Names.Keys;

    public IReadOnlyList<Fault> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _faults];
            }
        }
    }

    public static FaultKind? Kind(string? name) => name is not null && Names.TryGetValue(name, out var kind) ? kind : null;

    public static string Name(FaultKind kind) => Names.First(name => name.Value == kind).Key;

    public static JsonObject Write(Fault fault) => new() { ["method"] = fault.Method, ["fault"] = Name(fault.Kind), ["left"] = fault.Left, ["retry_after"] = fault.RetryAfter };

    public void Add(Fault fault)
    {
        lock (_lock)
        {
            _faults.Add(fault);
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _faults.Clear();
        }
    }

    /// <summary>The fault this call meets, if any; counted down.</summary>
    public Fault? Meet(string method)
    {
        lock (_lock)
        {
            var place = _faults.FindIndex(fault => fault.Method == method || fault.Method == AnyMethod);
            if (place < 0)
            {
                return null;
            }

            var fault = _faults[place];
            if (fault.Left > 1)
            {
                _faults[place] = fault with { Left = fault.Left - 1 };
            }
            else
            {
                _faults.RemoveAt(place);
            }

            return fault;
        }
    }
}
