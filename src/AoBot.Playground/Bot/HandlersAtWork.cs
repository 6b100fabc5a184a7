using System.Runtime.CompilerServices;

namespace AoBot.Playground.Bot;

/// <summary>
/// How many handlers go on after Slack has its answer. The Slack library counts them but tells nobody, as no bot needs it;
/// it is read here, in one place, because "the bot is done" must not be guessed from silence. A handler counts from before its request is answered.
/// </summary>
internal static class HandlersAtWork
{
    private const string Work = "AoBot.Slack.Receiving.BackgroundWork, AoBot.Slack";

    public static int Count(IServiceProvider services)
    {
        var type = Type.GetType(Work, throwOnError: true)!;
        return Volatile.Read(ref Pending(services.GetRequiredService(type)));
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_pending")]
    private static extern ref int Pending([UnsafeAccessorType(Work)] object work);
}
