using System.Collections.Frozen;

namespace AoBot.People;

/// <summary>Who is staff: those of <c>Program:StaffUserIds</c> and of the staff group, but for those whom Slack says to be guests, from elsewhere, or gone.</summary>
public sealed class Roles(Settings settings)
{
    private volatile FrozenSet<string> _staff = settings.StaffUserIds.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All of them, in no order.</summary>
    public IReadOnlyCollection<string> Staff => _staff;

    /// <summary>Where what concerns all of them is said: their private channel, or to each.</summary>
    public IReadOnlyList<string> Addresses => settings.StaffChannelId is { } channel ? [channel] : [.. _staff.Order(StringComparer.Ordinal)];

    public bool IsStaff(string userId) => _staff.Contains(userId);

    /// <summary>Takes what is known of people into account; to be called when it changes.</summary>
    public void Know(IEnumerable<string> membersOfGroup, IEnumerable<string> notFullMembers) =>
        _staff = settings.StaffUserIds.Concat(membersOfGroup).Except(notFullMembers, StringComparer.Ordinal).ToFrozenSet(StringComparer.Ordinal);
}
