using System.Globalization;
using System.Reflection;
using AoBot.Events;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AoBot.Tests.Events;

/// <summary>Places, the order of those who wait, and who may answer.</summary>
public sealed class RsvpPolicyTests
{
    private static readonly Instant Now = Instant.FromUtc(2024, 7, 10, 14, 0);

    [Fact]
    public void Who_comes_first_has_the_place_and_who_steps_back_gives_it_to_the_next()
    {
        var table = new Table(invited: 3, capacity: 1);
        table.Press(0, RsvpAnswer.Going);
        table.Press(1, RsvpAnswer.Going);
        table.Press(2, RsvpAnswer.Going);
        Assert.Equal([1], table.Seats.Coming.Select(i => i.Id));
        Assert.Equal([2, 3], table.Seats.Waiting.Select(i => i.Id));

        var before = table.Seats;
        table.Press(0, RsvpAnswer.Cant);
        Assert.Equal([2], table.Seats.PromotedSince(before).Select(i => i.Id));

        table.Press(0, RsvpAnswer.Going);
        Assert.Equal([3, 1], table.Seats.Waiting.Select(i => i.Id));
    }

    [Fact]
    public void Raising_the_capacity_gives_places_to_those_who_wait_longest()
    {
        var table = new Table(invited: 3, capacity: 1);
        foreach (var who in new[] { 2, 0, 1 })
        {
            table.Press(who, RsvpAnswer.Going);
        }

        var before = table.Seats;
        table.Capacity = 2;
        Assert.Equal([1], table.Seats.PromotedSince(before).Select(i => i.Id));
        Assert.NotNull(RsvpPolicy.RefusesCapacity(1, table.Seats));
        Assert.Null(RsvpPolicy.RefusesCapacity(2, table.Seats));
        Assert.Null(RsvpPolicy.RefusesCapacity(null, table.Seats));
    }

    [Fact]
    public void A_yes_to_the_old_date_does_not_count_and_is_shown_as_such()
    {
        var table = new Table(invited: 2, capacity: null);
        table.Press(0, RsvpAnswer.Going);
        table.Press(1, RsvpAnswer.Cant);
        table.Occurrence.DateVersion++;
        Assert.Empty(table.Seats.Coming);
        Assert.Equal([1], table.Seats.AnsweredOldDate.Select(i => i.Id));

        table.Press(0, RsvpAnswer.Going);
        Assert.Equal([1], table.Seats.Coming.Select(i => i.Id));
        Assert.Empty(table.Seats.AnsweredOldDate);
    }

    [Fact]
    public void An_earlier_press_that_arrives_later_changes_nothing_and_the_same_twice_neither()
    {
        var table = new Table(invited: 1, capacity: null);
        Assert.True(table.Press(0, RsvpAnswer.Going, order: "1720000000.000002"));
        Assert.False(table.Press(0, RsvpAnswer.Going, order: "1720000000.000002"));
        Assert.False(table.Press(0, RsvpAnswer.Cant, order: "1720000000.000001"));
        Assert.False(table.Press(0, RsvpAnswer.Going, order: "1720000000.000003"));
        Assert.Equal(RsvpAnswer.Going, table.People[0].Rsvp!.Answer);
    }

    [Fact]
    public void Only_who_is_invited_may_answer_and_only_in_time_but_for_the_host()
    {
        var table = new Table(invited: 1, capacity: null);
        var (occurrence, invitee) = (table.Occurrence, table.People[0]);
        Assert.Null(RsvpPolicy.Refuses(occurrence, invitee, isHost: false, Now));
        Assert.Equal(RsvpRefusal.NotInvited, RsvpPolicy.Refuses(occurrence, null, isHost: true, Now));
        Assert.Equal(RsvpRefusal.AnswersAreClosed, RsvpPolicy.Refuses(occurrence, invitee, isHost: false, occurrence.AnswerBy));
        Assert.Null(RsvpPolicy.Refuses(occurrence, invitee, isHost: true, occurrence.AnswerBy));
        Assert.Equal(RsvpRefusal.HasBegun, RsvpPolicy.Refuses(occurrence, invitee, isHost: false, occurrence.StartsAt));
        occurrence.IsCancelled = true;
        Assert.Equal(RsvpRefusal.Cancelled, RsvpPolicy.Refuses(occurrence, invitee, isHost: true, Now));
        invitee.RemovedAt = Now;
        Assert.Equal(RsvpRefusal.NotInvited, RsvpPolicy.Refuses(occurrence, invitee, isHost: true, Now));
    }

    /// <summary>Whatever is pressed, taken back, removed, raised and lowered, in whatever order: a plain queue says the same.</summary>
    [Fact]
    public void Under_any_order_of_presses_nobody_is_too_many_and_the_first_to_come_is_the_first_served()
    {
        var step = Gen.Zip(Gen.Choose(0, 9), Gen.Choose(0, 6));
        Prop.ForAll(
            Arb.From(Gen.Zip(Gen.Choose(0, 4), Gen.ListOf(step))),
            run =>
            {
                var (capacity, steps) = run;
                var table = new Table(invited: 8, capacity);
                var queue = new List<int>();
                foreach (var (who, what) in steps)
                {
                    if (what == 5)
                    {
                        table.Capacity++;
                    }
                    else if (what == 6)
                    {
                        table.Capacity -= RsvpPolicy.RefusesCapacity(table.Capacity - 1, table.Seats) is null && table.Capacity > 0 ? 1 : 0;
                    }
                    else if (who >= table.People.Count)
                    {
                        Assert.Equal(RsvpRefusal.NotInvited, RsvpPolicy.Refuses(table.Occurrence, null, isHost: false, Now));
                    }
                    else
                    {
                        Step(table, queue, who, what);
                    }

                    var seats = table.Seats;
                    Assert.True(seats.Coming.Count <= table.Capacity);
                    Assert.Equal(queue.Take(table.Capacity!.Value), seats.Coming.Select(i => i.Id - 1));
                    Assert.Equal(queue.Skip(table.Capacity!.Value), seats.Waiting.Select(i => i.Id - 1));
                    Assert.True(seats.Waiting.Count == 0 || seats.Coming.Count == table.Capacity, "Nobody waits while there is a place.");
                }
            }).QuickCheckThrowOnFailure();
    }

    private static void Step(Table table, List<int> queue, int who, int what)
    {
        switch (what)
        {
            case 0 or 1:
                table.Press(who, RsvpAnswer.Going);
                if (!queue.Contains(who) && table.People[who].RemovedAt is null)
                {
                    queue.Add(who);
                }

                break;
            case 2 or 3:
                table.Press(who, what == 2 ? RsvpAnswer.Cant : null);
                queue.Remove(who);
                break;
            default:
                table.People[who].RemovedAt = Now;
                queue.Remove(who);
                break;
        }
    }

    /// <summary>An occurrence with people around it.</summary>
    private sealed class Table
    {
        private static readonly PropertyInfo Id = typeof(Invitee).GetProperty(nameof(Invitee.Id))!;
        private int _presses;

        public Table(int invited, int? capacity)
        {
            Capacity = capacity;
            People = [.. Enumerable.Range(1, invited).Select(i =>
            {
                var invitee = new Invitee { SlackId = $"U{i}" };
                Id.SetValue(invitee, i);
                return invitee;
            })];
        }

        public int? Capacity { get; set; }

        public Occurrence Occurrence { get; } = Sample.Roundtable().Occurrences[0];

        public IReadOnlyList<Invitee> People { get; }

        public Seating Seats => RsvpPolicy.Seats(People, Occurrence.DateVersion, Capacity);

        public bool Press(int who, RsvpAnswer? answer, string? order = null) =>
            RsvpPolicy.Refuses(Occurrence, People[who], isHost: false, Now) is null
            && RsvpPolicy.Answer(Occurrence, People[who], answer, new RsvpPress(order ?? (++_presses).ToString("0000000000", CultureInfo.InvariantCulture), Now, People[who].SlackId!));
    }
}
