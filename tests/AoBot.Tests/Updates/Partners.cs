using AoBot.Engagements;
using AoBot.Persistence;
using AoBot.Updates;
using AoBot.Updates.Store;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AoBot.Tests.Updates;

/// <summary>Plainly fictional partners with every state that a month can have, as of the tests' instant; put into a database as a reader would.</summary>
internal static class Partners
{
    /// <summary>The contact of Fictional Birch and Fictional Cedar.</summary>
    public const string Contact = "U0000BIRC";

    /// <summary>The contact of Fictional Alder.</summary>
    public const string OtherContact = "U0000ALDA";

    /// <summary>Stands in the roster alone, and is shown nowhere.</summary>
    public const string Address = "dora.secret@example.org";

    /// <summary>May be about somebody's health: it is for staff alone.</summary>
    public const string Reason = "on sick leave";

    public static readonly ReadFacts Facts = new("fictional/updates", "https://github.com/fictional/updates");

    public static Roster Roster { get; } = Past.Roster(
        $"alder,Fictional Alder,alder,monthly,2024-01-01,,,{OtherContact},,U0000STAF",
        $"birch,Fictional Birch,birch,monthly,2024-01-01,,,{Contact};U0000BERT,,U0000STAF",
        $"cedar,Fictional Cedar,cedar,monthly,2024-02-01,,,{Contact},,",
        $"damson,Fictional Damson,damson,,2024-01-01,,,{Address},,",
        "elder,Fictional Elder,elder,monthly,2024-01-01,,2024-05-01..,,,",
        "fir,Fictional Fir,fir,monthly,2024-01-01,,,U0000FIRA,,",
        "gorse,Fictional Gorse <!here>,gorse,monthly,2024-01-01,,,,,");

    /// <summary>January to June 2024 of all of them.</summary>
    public static Past Past
    {
        get
        {
            var past = new Past();
            foreach (var (month, partners) in new[] { ("01", "alder birch damson elder fir gorse"), ("02", "alder birch cedar damson elder fir gorse"), ("03", "alder birch cedar damson elder fir gorse"), ("04", "alder damson elder fir gorse"), ("05", "alder birch fir gorse") })
            {
                var landed = $"2024-0{month[1] - '0' + 1}-02";
                foreach (var partner in partners.Split(' '))
                {
                    past.Lands(landed, $"2024/{partner}/update-2024-{month}.md");
                }
            }

            return past
                .Lands("2024-06-11", "2024/damson/update-2024-05.md")
                .Lands("2024-06-27", "2024/alder/update-2024-06.md")
                .Proposes(12, "2024-06-26", "2024/birch/update-2024-06.md")
                .Proposes(13, "2024-06-27", "2024/fir/update-2024-06.md", draft: true);
        }
    }

    /// <summary>What a reader and the operator leave in the database.</summary>
    public static async Task Fill(IServiceProvider services, Past? past = null, Roster? roster = null, bool withSkip = true)
    {
        await services.GetRequiredService<RosterRegister>().Change("operator", triggerId: null, _ => new RosterEdit.To(roster ?? Roster, Key: null), CancellationToken.None);
        await services.GetRequiredService<RepositoryStore>().Save((past ?? Past).History, Facts, CancellationToken.None);
        if (withSkip)
        {
            await services.GetRequiredService<WriteGate>().Write(
                db =>
                {
                    db.Add(new UpdateSkip { Partner = "gorse", Month = new YearMonth(2024, 6), Reason = Reason, SkippedBy = "U0000STAF", SkippedAt = Updates.Past.At("2024-06-20") });
                    return Task.FromResult(0);
                },
                CancellationToken.None);
        }
    }
}
