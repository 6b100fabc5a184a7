namespace AoBot.Events.Calendars;

/// <summary>The calendars that programs read: everybody's with the public meetings, a person's own with their roundtables, and the file of one invitation.</summary>
public static class CalendarModule
{
    private const string ContentType = "text/calendar; charset=utf-8";

    public static void AddCalendars(this IServiceCollection services) => services.AddSingleton<CalendarBook>();

    public static void MapCalendars(this WebApplication app)
    {
        app.MapGet(CalendarAddress.PublicRoute, Public);
        app.MapGet(CalendarAddress.FeedRoute, Feed);
        app.MapGet(CalendarAddress.InvitationRoute, Invitation);
    }

    private static async Task<IResult> Public(HttpContext context, CalendarBook book, CancellationToken cancellationToken) =>
        File(context, await book.Public(cancellationToken), "public, max-age=300");

    private static async Task<IResult> Feed(HttpContext context, string token, CalendarBook book, CancellationToken cancellationToken) =>
        await book.Feed(CalendarAddress.HashOf(token), cancellationToken) is { } calendar ? File(context, calendar, "private, max-age=300") : Nothing();

    private static async Task<IResult> Invitation(HttpContext context, string address, Settings settings, CalendarBook book, CancellationToken cancellationToken)
    {
        if (CalendarAddress.InvitationIn(settings, address) is not { } invitee || await book.Invitation(invitee, cancellationToken) is not { } calendar)
        {
            return Nothing();
        }

        context.Response.Headers.ContentDisposition = "attachment; filename=\"roundtable.ics\"";
        return File(context, calendar, "private, no-store");
    }

    private static IResult File(HttpContext context, string calendar, string kept)
    {
        // An address that is a secret is told to nobody else.
        context.Response.Headers.CacheControl = kept;
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        return TypedResults.Text(calendar, ContentType);
    }

    private static IResult Nothing() => TypedResults.Text("There is no calendar at this address (any more).", statusCode: StatusCodes.Status404NotFound);
}
