using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;

namespace AoBot.Playground.Api;

/// <summary>A request to the Web API or to a response_url, read.</summary>
/// <param name="Arguments">From the query, the form or the JSON.</param>
/// <param name="Token">As given in the header or the form.</param>
/// <param name="Problem">Slack's word where the body cannot be read.</param>
public sealed record ApiRequest(ApiArguments Arguments, string? Token, string? Problem)
{
    private const string Bearer = "Bearer ";

    public static async Task<ApiRequest> Read(HttpRequest request, bool takesJson, CancellationToken cancellationToken)
    {
        var values = new JsonObject();
        foreach (var (name, value) in request.Query)
        {
            values[name] = value.ToString();
        }

        string? problem = null;
        if (request.HasFormContentType)
        {
            foreach (var (name, value) in await request.ReadFormAsync(cancellationToken))
            {
                values[name] = value.ToString();
            }
        }
        else if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            using var reader = new StreamReader(request.Body, Encoding.UTF8);
            var text = await reader.ReadToEndAsync(cancellationToken);
            var json = Json.TryParse(text);
            problem = text.Length == 0 || json is JsonObject ? null : json is null ? "invalid_json" : "json_not_object";
            foreach (var (name, value) in takesJson ? json as JsonObject ?? [] : [])
            {
                values[name] = value?.DeepClone();
            }
        }

        var header = request.Headers.Authorization.ToString();
        var token = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : values.Text("token");
        values.Remove("token");
        return new ApiRequest(new ApiArguments(values), token is { Length: > 0 } ? token : null, problem);
    }
}
