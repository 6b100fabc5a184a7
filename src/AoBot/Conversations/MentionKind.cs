using System.Text;
using AoBot.Outbox;
using AoBot.Persistence;
using AoBot.Slack.Receiving;
using Microsoft.EntityFrameworkCore;

namespace AoBot.Conversations;

/// <summary>The answer to a mention, made when it is sent: the same words as behind <c>/ao</c>, in the thread, the public version whoever asks.</summary>
public sealed class MentionKind(Words words) : INoticeKind
{
    public const string Name = "mention";

    public string Kind => Name;

    /// <summary>What was asked stands with the event, which is forgotten after four days; the notice only names it.</summary>
    public async Task<NoticeDecision> Decide(Notice notice, AoBotDbContext db, CancellationToken cancellationToken)
    {
        var payload = await db.Inbox.AsNoTracking().Where(e => e.EventId == notice.Data).Select(e => e.Payload).FirstOrDefaultAsync(cancellationToken);
        if (payload is null || EventDispatcher.Parse(Encoding.UTF8.GetBytes(payload)) is not { Event: AppMention mention } envelope)
        {
            return new NoticeDecision.Skip("what was asked is forgotten");
        }

        return new NoticeDecision.Send((await words.Answer(Asked(mention.Text, envelope), Audience.Public, cancellationToken)).ToMessage());
    }

    /// <summary>What stands behind our name; where nothing does, what stands before it ("status, please @AoBot").</summary>
    private static string Asked(string text, EventCallback envelope)
    {
        var name = envelope.Authorizations.FirstOrDefault(a => a.IsBot)?.UserId is { Length: > 0 } id ? text.IndexOf("<@" + id, StringComparison.Ordinal) : -1;
        var end = name < 0 ? -1 : text.IndexOf('>', name);
        if (end < 0)
        {
            return TypedText.Read(text);
        }

        var behind = TypedText.Read(text[(end + 1)..]).TrimStart(',', ':', ';', '-', ' ');
        return behind.Length > 0 ? behind : TypedText.Read(text[..name]);
    }
}
