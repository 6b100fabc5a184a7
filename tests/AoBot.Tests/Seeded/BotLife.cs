using AoBot.Engagements;
using AoBot.Events;
using AoBot.Outbox;
using AoBot.People;
using AoBot.Persistence;
using AoBot.Reports.Reminders;
using AoBot.Tests.Host;
using AoBot.Updates.Reminders;
using AoBot.Updates.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace AoBot.Tests.Seeded;

/// <summary>
/// One run of the real bot, from its start to its kill. Its loops and its scheduler, which sleep, are taken out: their jobs and rounds are called when
/// something is due, and each of their visits to the database waits for its turn.
/// </summary>
internal sealed class BotLife(Turns turns, Func<bool> mayBeDue)
{
    // Every night, in truth; people seldom move, and a gathering that is changed plans at once what it leads to.
    private const int NightsBetweenRefreshes = 7;
    private const int NightsBetweenGatherings = 2;

    private AoBotHost? _host;
    private int _nights;
    private Task _rounds = Task.CompletedTask;

    public Turns Turns => turns;

    /// <summary>Whether what it does takes turns: a start is one piece.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Killed: nothing of it goes on.</summary>
    public bool IsOver { get; private set; }

    public AoBotHost Host => _host ?? throw new InvalidOperationException("It has not started.");

    /// <summary>Whether it is at work.</summary>
    public Task Work { get; private set; } = Task.CompletedTask;

    public async Task Start(Workspace workspace, HttpMessageHandler wayToSlack)
    {
        _host = await workspace.Start(change: services =>
        {
            Still(services);
            var contexts = services.Single(s => s.ServiceType == typeof(IDbContextFactory<AoBotDbContext>));
            services.Remove(contexts);
            services.AddSingleton<IDbContextFactory<AoBotDbContext>>(provider => new InTurn((IDbContextFactory<AoBotDbContext>)contexts.ImplementationFactory!(provider), this));
            services.AddHttpClient("slack").ConfigurePrimaryHttpMessageHandler(() => wayToSlack);
        });
        HasBegun = true;
    }

    /// <summary>Everything that is due is begun: the jobs, and beside them the dispatcher. It ends when nothing is left that can be done now.</summary>
    /// <param name="read">How the repository is read.</param>
    /// <param name="plans">Whether there may be something new to plan.</param>
    /// <param name="isNight">Whether the jobs of the night are due as well.</param>
    public void Begin(Func<RepositoryStore, Task> read, bool plans, bool isNight) => Work = DoAll(read, plans, isNight);

    /// <summary><c>kill -9</c>: whatever it has in hand stays as it is.</summary>
    public async Task Kill()
    {
        End();
        await Host.Kill();
    }

    /// <summary>From now on nothing of it goes on.</summary>
    public void End()
    {
        IsOver = true;
        turns.Forget(this);
    }

    private async Task DoAll(Func<RepositoryStore, Task> read, bool plans, bool isNight)
    {
        await Task.WhenAll(Jobs(read, plans, isNight), Rounds());
        await Rounds();
    }

    private async Task Jobs(Func<RepositoryStore, Task> read, bool plans, bool isNight)
    {
        await read(Service<RepositoryStore>());
        if (isNight)
        {
            if (_nights % NightsBetweenRefreshes == 0)
            {
                await Execute<StaffRefreshJob>();
                await Execute<ContactRefreshJob>();
            }

            if (_nights % NightsBetweenGatherings == 0)
            {
                await Execute<GatheringPlanJob>();
            }

            await Execute<ReportReminderJob>();
            _nights++;
        }

        if (plans || isNight)
        {
            await Execute<ReminderJob>();
        }
    }

    private async Task Execute<TJob>()
        where TJob : IJob => await ActivatorUtilities.CreateInstance<TJob>(Host.Services).Execute(null!, CancellationToken.None);

    /// <summary>One at a time, as the dispatcher's own loop has it.</summary>
    private async Task Rounds()
    {
        await _rounds;
        _rounds = Rounds(Service<OutboxDispatcher>());
        await _rounds;
    }

    private async Task Rounds(OutboxDispatcher dispatcher)
    {
        while (mayBeDue() && await dispatcher.Round(CancellationToken.None) > 0)
        {
            await dispatcher.Settled();
        }
    }

    private T Service<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    /// <summary>Without what runs by itself.</summary>
    private static void Still(IServiceCollection services)
    {
        foreach (var loop in services.Where(s => s.ServiceType == typeof(IHostedService) && IsOfOurs(s)).ToList())
        {
            services.Remove(loop);
        }
    }

    private static bool IsOfOurs(ServiceDescriptor service)
    {
        var from = (service.ImplementationType ?? service.ImplementationInstance?.GetType() ?? service.ImplementationFactory?.Method.DeclaringType)?.Assembly.GetName().Name;
        return from == "AoBot" || from?.StartsWith("Quartz", StringComparison.Ordinal) == true;
    }

    private sealed class InTurn(IDbContextFactory<AoBotDbContext> contexts, BotLife life) : IDbContextFactory<AoBotDbContext>
    {
        public AoBotDbContext CreateDbContext() => contexts.CreateDbContext();

        public async Task<AoBotDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            await life.Turns.Wait(life);
            return await contexts.CreateDbContextAsync(cancellationToken);
        }
    }
}
