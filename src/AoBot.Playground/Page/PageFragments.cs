using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace AoBot.Playground.Page;

/// <summary>Renders one component to HTML, for what is pushed to open pages.</summary>
public sealed class PageFragments(IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    /// <param name="parameters">By name.</param>
    public async Task<string> Render<T>(params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        // The renderer asks for services of a scope; where scopes are checked, as "dotnet run" does, the root gives none.
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var view = ParameterView.FromDictionary(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal));
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(view)).ToHtmlString());
    }
}
