using AoBot.Reports.Reading;
using Xunit.Abstractions;

namespace AoBot.Tests.Reports;

/// <summary>Damages a report at random places, the same way each time, and reads it.</summary>
internal static class Damage
{
    public static void Check(byte[] report, int times, ITestOutputHelper output)
    {
        const int Seed = 20240621;
        var random = new Random(Seed);
        var read = 0;
        for (var i = 0; i < times; i++)
        {
            var bytes = Once(report, random);
            try
            {
                read += TacReportReader.Read("2024-Q2-Example.md", bytes, null, Reading.Today) is TacReportReading.Read ? 1 : 0;
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Attempt {i} with seed {Seed}: {System.Text.Encoding.UTF8.GetString(bytes)}", e);
            }
        }

        output.WriteLine($"{read} of {times} damaged reports could be read.");
        Assert.True(read > times / 2);
    }

    private static byte[] Once(byte[] report, Random random)
    {
        var bytes = report.ToList();
        for (var change = random.Next(1, 25); change > 0 && bytes.Count > 10; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(32, 127);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 200)));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count)).Take(random.Next(200)).ToArray());
                    break;
                default:
                    bytes.Insert(at, "|*[]()#->\n0123456789\"'"u8[random.Next(22)]);
                    break;
            }
        }

        return [.. bytes];
    }
}
