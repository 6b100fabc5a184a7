using AoBot.Outbox;
using AoBot.Tests.Host;
using AoBot.Tests.Updates;
using AoBot.Updates.Reminders;
using AoBot.Updates.Store;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AoBot.Tests.Seeded;

/// <summary>
/// A seed, played: the real bot on a real database file for more than 45 days of five partners, a roundtable and public meetings, killed three times, with a
/// Slack that fails and people who press. The clocks jump from one moment at which something is due to the next. The same seed is the same run.
/// </summary>
internal sealed class SeededRun
{
    public const int Days = 46;
    public const int Kills = 3;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // What is due within so long of each other is looked at in one go.
    private static readonly Duration Together = Duration.FromSeconds(5);

    // What has not changed is not read more often.
    private static readonly Duration BetweenReadings = Duration.FromMinutes(5);
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/New_York"];

    private readonly int _seed;
    private readonly Random _random;
    private readonly Turns _turns;
    private readonly Workspace _workspace;
    private readonly PlayedRepository _repository = new();
    private readonly PlayedSlack _slack;
    private readonly Happenings _seen = new();
    private readonly PlayedFund _fund;
    private readonly PlayedPeople _people;
    private readonly PlayedHost _host;
    private readonly PlayedGuests _guests;
    private readonly PlayedRules _rules;
    private readonly Queue<(Instant At, DeathKind Kind)> _deaths;
    private readonly Queue<(Instant From, Instant Until)> _unread;
    private readonly Queue<(Instant At, Duration By)> _jumps;
    private readonly Instant _end;

    private readonly List<BotLife> _lives = [];
    private PlayedOutbox? _outbox;
    private Instant _night, _upAgain = Instant.MinValue, _readAt;
    private int _kills, _turnsLeft, _readDeeds;
    private bool _isDying, _hasHappened;

    private SeededRun(int seed, Random random, Turns turns, Workspace workspace)
    {
        (_seed, _random, _turns, _workspace) = (seed, random, turns, workspace);
        _workspace.Clock.Advance(TimeSpan.FromMinutes(random.Next(500 * 24 * 60)));
        var start = Now;
        _end = start + Duration.FromDays(Days);
        _fund = new PlayedFund(random, _repository, _seen, start, Days);
        _slack = new PlayedSlack(random, _seen, HasHistory, () => Now, () => RealNow);
        _host = new PlayedHost(seed, random, _slack, _fund, _seen, start);
        _guests = new PlayedGuests(random, _slack, _host, _seen, () => RealNow);
        _rules = new PlayedRules(_fund, _slack, new PlayedGatheringRules(_host, _slack, () => Now), HasHistory, () => Now, () => _readAt);
        _people = new PlayedPeople(random, _slack, _fund, _seen);
        _slack.Heard = _rules.Heard;
        _slack.Arrived = message =>
        {
            _rules.Arrived(message);
            _people.Arrived(message, Now);
            _guests.Arrived(message, Now);
        };
        _slack.IsMomentToDie = DiesAtSlack;
        _turns.BeforeTurn = DiesAtATurn;
        _seen.Add(Happening.NoHistory, HasHistory ? 0 : 1);
        foreach (var (person, zone) in _fund.ZoneOf)
        {
            _slack.People[person] = RecordedSlack.PersonJson(person, $"Person {person[^1]}", $",\"tz\":\"{zone}\"");
        }

        var gone = _fund.Contacts.Where(c => c.People.Length > 1).Select(c => c.People[0]).FirstOrDefault();
        _goesAt = gone is not null && random.Next(2) == 0 ? (gone, start + Duration.FromDays(random.Next(3, 30))) : null;
        _deaths = new([.. Enumerable.Range(0, Kills).Select(i => (start + Duration.FromDays(3 + (i * 14) + random.Next(10)), (DeathKind)random.Next(4)))]);
        _unread = new([.. Enumerable.Range(0, 4).Select(i => start + Duration.FromDays(i * 11) + Duration.FromMinutes(random.Next(10 * 24 * 60))).Select(from => (from, from + Duration.FromMinutes(random.Next(30, 300))))]);
        _jumps = new([.. Enumerable.Range(0, 2).Select(i => (start + Duration.FromDays((i * 20) + random.Next(20)), Duration.FromMinutes(random.Next(30, 30 * 60))))]);
    }

    private readonly (string Person, Instant At)? _goesAt;

    private enum DeathKind
    {
        AtATurn,
        BeforeSlackHeard,
        AfterSlackHeard,
        TwoAtOnce,
    }

    private Instant Now => Instant.FromDateTimeOffset(_workspace.Clock.GetUtcNow());

    private Instant RealNow => Instant.FromDateTimeOffset(_workspace.RealClock.GetUtcNow());

    private bool HasHistory => _seed % 4 != 3;

    private BotLife? Life => _lives.LastOrDefault();

    /// <summary>Plays a seed to its end, and says what happened and what was wrong.</summary>
    public static SeededResult Play(int seed)
    {
        var random = new Random(seed);
        return Turns.Play(random, async turns =>
        {
            await using var workspace = await Workspace.Create();
            workspace.Settings["Logging:LogLevel:Default"] = "Warning";
            workspace.Settings["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Error";
            var run = new SeededRun(seed, random, turns, workspace);
            try
            {
                return await run.Play();
            }
            finally
            {
                foreach (var life in run._lives)
                {
                    await life.Kill();
                }
            }
        });
    }

    private async Task<SeededResult> Play()
    {
        foreach (var deed in Due(_fund.Deeds))
        {
            deed(Now);
        }

        await Start();
        await Fill();
        _outbox = new PlayedOutbox(_workspace.Connect(), HasHistory);
        _slack.IsTroubled = true;
        while (Now < _end)
        {
            await PassTo(Instant.Min(Next(), _end));
            await Step();
        }

        await Heal();
        var problems = await _rules.Judge(Life!.Host, start: _end - Duration.FromDays(Days));
        _seen.Add(Happening.Found, await _workspace.Scalar<int>($"SELECT count(*) FROM Audit WHERE Action = '{NoticeRows.FoundAction}'"));
        await _outbox.DisposeAsync();
        return new SeededResult(_seed, _seen, _slack.Messages.Count, _kills, _rules.Journal, problems, [.. _workspace.Log.Lines.Where(l => l.Level >= Microsoft.Extensions.Logging.LogLevel.Error).Select(l => l.Text)]);
    }

    private async Task Fill()
    {
        var services = Life!.Host.Services;
        await InTurns(Partners.Fill(services, new Past(), _fund.Roster, withSkip: false));
        Life.Begin(Read, plans: true, isNight: true);
        await Settle();
        await InTurns(services.GetRequiredService<ReminderPlanning>().Choose("operator", "1.on", ReminderMode.On, CancellationToken.None));
    }

    /// <summary>What is due at this moment happens.</summary>
    private async Task Step()
    {
        if (_jumps.TryPeek(out var jump) && jump.At <= Now)
        {
            _jumps.Dequeue();
            _seen.Add(Happening.ClockJump);
            _workspace.Clock.Advance(jump.By.ToTimeSpan());
        }

        foreach (var deed in Due(_fund.Deeds))
        {
            deed(Now);
            _hasHappened = true;
        }

        if (_goesAt is { } goes && goes.At <= Now && _slack.Gone.Add(goes.Person))
        {
            _seen.Add(Happening.Gone);
            _slack.People[goes.Person] = RecordedSlack.PersonJson(goes.Person, "Gone", ",\"deleted\":true");
        }

        if (Life is null && Now >= _upAgain)
        {
            await Start();
        }

        if (Life is { } life)
        {
            _hasHappened |= await _people.Press(life.Host, Now);
            await _host.Act(life.Host, Now);
            await _guests.Press(life.Host, Now);
            if (IsNear(DeathKind.TwoAtOnce) && _outbox!.IsPlanned(Now))
            {
                _deaths.Dequeue();
                _seen.Add(Happening.TwoAtOnce);
                await Start();
            }

            await Work();
        }

    }

    private async Task Work()
    {
        var isNight = Now >= _night;
        _night = isNight ? Zone.AtStartOfDay(Now.InZone(Zone).Date.PlusDays(1)).ToInstant() + Duration.FromMinutes(10) : _night;

        // Every ten minutes, in truth; where nothing happened it finds nothing, mostly.
        var plans = _hasHappened || _random.Next(10) == 0;
        _hasHappened = false;
        foreach (var life in _lives)
        {
            life.Begin(Read, plans, isNight);
        }

        await Settle();
        if (_lives.Count > 1)
        {
            await Kill(_lives[0]);
        }
    }

    /// <summary>Until all that was begun has ended: real time passes for what waits for it, a second at a time.</summary>
    private async Task Settle()
    {
        while (true)
        {
            await _turns.Settle();
            if (_isDying)
            {
                _isDying = false;
                await Kill(Life!);
            }

            if (_lives.All(l => l.Work.IsCompleted))
            {
                break;
            }

            Pass(Second);
        }

        foreach (var life in _lives)
        {
            await life.Work;
        }
    }

    private async Task InTurns(Task task)
    {
        await _turns.Settle();
        await task;
    }

    private async Task Start()
    {
        var life = new BotLife(_turns, MayBeDue);
        await life.Start(_workspace, _slack.For(life));
        _lives.Add(life);
        _night = Instant.MinValue;
    }

    private async Task Kill(BotLife life)
    {
        _kills++;
        _lives.Remove(life);
        await life.Kill();
        if (_lives.Count == 0)
        {
            var down = _random.Next(3) switch { 0 => Duration.Zero, 1 => Duration.FromMinutes(_random.Next(1, 300)), _ => Duration.FromHours(_random.Next(10, 72)) };
            _seen.Add(Happening.Outage, down >= Duration.FromHours(1) ? 1 : 0);
            _upAgain = Now + down;
        }
    }

    /// <summary>Whether the next death is due and is of this kind; what finds no occasion for days is a death at any turn.</summary>
    private bool IsNear(DeathKind kind) => _deaths.TryPeek(out var death) && death.At <= Now && (death.At + Duration.FromDays(4) < Now ? DeathKind.AtATurn : death.Kind) == kind;

    private void DiesAtATurn(BotLife life)
    {
        if (life == Life && IsNear(DeathKind.AtATurn))
        {
            // Somewhere in the work on what is due, or in the jobs where nothing is.
            _turnsLeft = _turnsLeft == 0 ? _random.Next(1, 25) : _turnsLeft - 1;
            if (_turnsLeft == 0)
            {
                Die(Happening.KilledAtATurn);
            }
        }
    }

    private bool DiesAtSlack(BotLife life, bool hasHeard)
    {
        if (life != Life || !IsNear(hasHeard ? DeathKind.AfterSlackHeard : DeathKind.BeforeSlackHeard))
        {
            return false;
        }

        Die(hasHeard ? Happening.KilledAfterSlackHeard : Happening.KilledBeforeSlackHeard);
        return true;
    }

    private void Die(Happening how)
    {
        _seen.Add(how);
        _deaths.Dequeue();
        _turnsLeft = 0;
        _isDying = true;
        Life!.End();
    }

    private async Task Read(RepositoryStore store)
    {
        while (_unread.TryPeek(out var past) && past.Until <= Now)
        {
            _unread.Dequeue();
        }

        if (_unread.TryPeek(out var unread) && unread.From <= Now)
        {
            _seen.Add(Happening.Unread);
            await store.Failed(Partners.Facts, "GitHub does not answer", CancellationToken.None);
            return;
        }

        if (_readDeeds == _repository.Deeds && Now - _readAt < BetweenReadings)
        {
            return;
        }

        var (history, seen, at) = (_repository.History, _repository.Visible.ToHashSet(), Now);
        var deeds = _repository.Deeds;
        await (_readDeeds == deeds ? store.Unchanged(Partners.Facts, CancellationToken.None) : store.Save(history, Partners.Facts, CancellationToken.None));
        (_rules.Known, _readAt, _readDeeds) = (seen, at, deeds);
    }

    /// <summary>When something is due next.</summary>
    private Instant Next()
    {
        var next = new[]
        {
            _fund.Deeds.Select(d => (Instant?)d.At).FirstOrDefault(),
            Life is null ? null : _people.NextPress,
            Life is null ? null : _host.NextDeed,
            Life is null ? null : _guests.NextPress,
            Life is null ? _upAgain : _night,
            Life is null ? null : _outbox!.NextPlanned(Now),
            Life is null ? null : Now + (_outbox!.NextAttempt(RealNow) - RealNow),
        };
        return Instant.Max(next.Min() ?? _end, Now + Together);
    }

    /// <summary>Whether a round of the dispatcher has something to do; sometimes it is asked to look all the same.</summary>
    private bool MayBeDue() => _outbox is null || _random.Next(8) == 0 || _outbox.IsDue(Now, RealNow);

    private async Task PassTo(Instant next)
    {
        Pass((next - Now).ToTimeSpan());
        await _turns.Settle();
    }

    private void Pass(TimeSpan by)
    {
        _workspace.RealClock.Advance(by);
        _workspace.Clock.Advance(by);
        _slack.TimePasses();
    }

    private IEnumerable<Action<Instant>> Due(List<(Instant At, Action<Instant> Do)> deeds)
    {
        while (deeds.Count > 0 && deeds[0].At <= Now)
        {
            var deed = deeds[0].Do;
            deeds.RemoveAt(0);
            yield return deed;
        }
    }

    /// <summary>All is well again for a while: what is still open then has no excuse.</summary>
    private async Task Heal()
    {
        _slack.IsTroubled = false;
        _unread.Clear();
        _deaths.Clear();
        if (Life is null)
        {
            await Start();
        }

        for (var minute = 0; minute < 12; minute++)
        {
            Pass(TimeSpan.FromMinutes(1));
            await Work();
        }
    }
}
