using System.Collections.Frozen;

namespace AoBot.People;

/// <summary>Who is staff: those of <c>Program:StaffUserIds</c>, but for those whom Slack says to be guests, from elsewhere, or gone.</summary>
public sealed class Roles(Settings settings)
{
    private volatile FrozenSet<string> _staff = settings.StaffUserIds.ToFrozenSet(StringComparer.Ordinal);

    public bool IsStaff(string userId) => _staff.Contains(userId);

    /// <summary>Takes what is known of people into account; to be called when it changes.</summary>
    public void Exclude(IEnumerable<string> notFullMembers) =>
        _staff = settings.StaffUserIds.Except(notFullMembers, StringComparer.Ordinal).ToFrozenSet(StringComparer.Ordinal);
}
