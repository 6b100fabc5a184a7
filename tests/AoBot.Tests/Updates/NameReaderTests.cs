using AoBot.Updates;
using AoBot.Updates.Names;

namespace AoBot.Tests.Updates;

/// <summary>Names as people write them, in a folder of the year 2025.</summary>
public sealed class NameReaderTests
{
    private const int FolderYear = 2025;

    [Theory]
    [InlineData("update-2024-08.md", "2024-08")]
    [InlineData("Update-2025-01", "2025-01")]
    [InlineData("2024.09", "2024-09")]
    [InlineData("update-2023.09.md", "2023-09")]
    [InlineData("update-08-2023.md", "2023-08")]
    [InlineData("8-2024 Update.md", "2024-08")]
    [InlineData("August 2023 update.md", "2023-08")]
    [InlineData("December.md", "2025-12")]
    [InlineData("february", "2025-02")]
    [InlineData("update-2024-april-may.md", "2024-04 2024-05")]
    [InlineData("report-march-april-2025-final-v3.pdf", "2025-03 2025-04")]
    [InlineData("december-january.md", "2024-12 2025-01")]
    [InlineData("update-2025-december-january.md", "2024-12 2025-01")]
    [InlineData("dec-2024-jan-2025.md", "2024-12 2025-01")]
    [InlineData("dec24-jan25.md", "2024-12 2025-01")]
    [InlineData("nov-2024-to-jan-2025.md", "2024-11 2024-12 2025-01")]
    [InlineData("Q1-Q2 2025.md", "2025-01 2025-02 2025-03 2025-04 2025-05 2025-06")]
    [InlineData("Q1-2 2025", "2025-01 2025-02 2025-03 2025-04 2025-05 2025-06")]
    [InlineData("2025Q3.md", "2025-07 2025-08 2025-09")]
    [InlineData("3Q25.md", "2025-07 2025-08 2025-09")]
    [InlineData("Q3.pdf", "2025-07 2025-08 2025-09")]
    [InlineData("1st quarter 2025.md", "2025-01 2025-02 2025-03")]
    [InlineData("second-quarter-2025.md", "2025-04 2025-05 2025-06")]
    [InlineData("Q4-Q1-2025.md", "2024-10 2024-11 2024-12 2025-01 2025-02 2025-03")]
    [InlineData("H1 2025.md", "2025-01 2025-02 2025-03 2025-04 2025-05 2025-06")]
    [InlineData("2025-H2-report.docx", "2025-07 2025-08 2025-09 2025-10 2025-11 2025-12")]
    [InlineData("Q1 2025 (Jan-Mar).md", "2025-01 2025-02 2025-03")]
    [InlineData("Jan-Mar 2025.md", "2025-01 2025-02 2025-03")]
    [InlineData("Jan & Mar 2025.md", "2025-01 2025-03")]
    [InlineData("Oct, Nov & Dec 2025.md", "2025-10 2025-11 2025-12")]
    [InlineData("2025-Q1-January.md", "2025-01")]
    [InlineData("March25.md", "2025-03")]
    [InlineData("mar-25.md", "2025-03")]
    [InlineData("Dec '24.md", "2024-12")]
    [InlineData("update_2025_03.md", "2025-03")]
    [InlineData("2025 - 03 - update.md", "2025-03")]
    [InlineData("202503.md", "2025-03")]
    [InlineData("032025.md", "2025-03")]
    [InlineData("2503.md", "2025-03")]
    [InlineData("25-03.md", "2025-03")]
    [InlineData("03-25.md", "2025-03")]
    [InlineData("03.md", "2025-03")]
    [InlineData("03-march.md", "2025-03")]
    [InlineData("2025-03-march.md", "2025-03")]
    [InlineData("update-2025-03 (1).md", "2025-03")]
    [InlineData("2025-04-to-05.md", "2025-04 2025-05")]
    [InlineData("04+05-2025.md", "2025-04 2025-05")]
    [InlineData("2024-12-2025-01.md", "2024-12 2025-01")]
    [InlineData("UpdateMarch2025.md", "2025-03")]
    [InlineData("marchupdate2025", "2025-03")]
    [InlineData("aprilmay2025.md", "2025-04 2025-05")]
    [InlineData("Febuary-2025.md", "2025-02")]
    [InlineData("Setember 2025.md", "2025-09")]
    [InlineData("Sept 2025.md", "2025-09")]
    [InlineData("Jan. 2025.md", "2025-01")]
    [InlineData("März 2025.md", "2025-03")]
    [InlineData("Ma\u0308rz-2025.md", "2025-03")]
    [InlineData("août-2025.md", "2025-08")]
    [InlineData("2025年3月.md", "2025-03")]
    [InlineData("update%202025-03.md", "2025-03")]
    [InlineData("update-2025-03.md.txt", "2025-03")]
    [InlineData("node.js-march-2025-update.md", "2025-03")]
    [InlineData("node-v22-march-2025.md", "2025-03")]
    [InlineData("udpate-2025-03.md", "2025-03")]
    [InlineData("python-3.12-update-2025-03.md", "2025-03")]
    public void The_months_of_a_name_are_read(string name, string months)
    {
        var read = Read(name);

        Assert.Equal(months, Months(read));
        Assert.Null(read.Doubt);
    }

    [Theory]
    [InlineData("update-2024-05-31", "2024-05-31")]
    [InlineData("20250331.md", "2025-03-31")]
    [InlineData("0331.md", "2025-03-31")]
    [InlineData("31-03-2025.md", "2025-03-31")]
    [InlineData("03-31-2025.md", "2025-03-31")]
    [InlineData("5 March 2025.md", "2025-03-05")]
    [InlineData("March 5, 2025.md", "2025-03-05")]
    [InlineData("March 15th.md", "2025-03-15")]
    [InlineData("2025-10-11.md", "2025-10-11")]
    [InlineData("meeting-notes-2025-03-05.md", "2025-03-05")]
    public void A_full_date_is_a_day_of_writing_and_no_month(string name, string day)
    {
        var read = Read(name);

        Assert.Equal(day, $"{read.Date:uuuu-MM-dd}");
        Assert.Equal(MonthWords.FullDate, read.Doubt);
    }

    [Theory]
    [InlineData("3.md", "2025-03")]
    [InlineData("update-3.md", "2025-03")]
    [InlineData("2025-update-3.md", "2025-03")]
    [InlineData("update-2024-8-2.md", "2024-08")]
    [InlineData("2025-04_05.md", "2025-04 2025-05")]
    [InlineData("week-12-2025.md", "2025-03")]
    [InlineData("2025-W01.md", "2025-01")]
    [InlineData("8-March.md", "2025-03")]
    [InlineData("1-2025-03.md", "2025-03")]
    [InlineData("python-3-update.md", "2025-03")]
    [InlineData("2025-03-04-05.md", "2025-03 2025-04 2025-05")]
    [InlineData("FY25 Q1.md", "2025-01 2025-02 2025-03")]
    [InlineData("ubuntu-24.04-update.md", "2024-04")]
    [InlineData("quarterly-report-2025-2.md", "2025-02")]
    [InlineData("Update 4 - March 2025.md", "2025-03")]
    [InlineData("2025-03-31_to_2025-04-30.md", "2025-04")]
    [InlineData("01-03-2025 - 30-04-2025.md", "2025-03 2025-04")]
    public void What_could_be_something_else_is_read_with_doubt(string name, string months)
    {
        var read = Read(name);

        Assert.Equal(months, Months(read));
        Assert.NotNull(read.Doubt);
    }

    [Theory]
    [InlineData("2025.md")]
    [InlineData("annual-report-2024.pdf")]
    [InlineData("update-2025-13.md")]
    [InlineData("update-2025-00.md")]
    [InlineData("CVE-2025-1234.md")]
    public void A_year_alone_is_no_month(string name)
    {
        var read = Read(name);

        Assert.Empty(read.Months);
        Assert.NotNull(read.WholeYear);
    }

    [Theory]
    [InlineData("final-report.md")]
    [InlineData("security-support-role.md")]
    [InlineData("jquery-update.md")]
    [InlineData("match.md")]
    [InlineData("http2.md")]
    [InlineData("milestone-3.md")]
    [InlineData("sprint 12.md")]
    [InlineData("marketing-plan.md")]
    [InlineData("member-list.md")]
    [InlineData("v2.md")]
    [InlineData(".gitkeep")]
    [InlineData(".DS_Store")]
    [InlineData("---")]
    public void A_name_without_a_month_gives_none(string name) => Assert.False(Read(name).IsDated);

    [Theory]
    [InlineData("update-2024-08-2.md", 2)]
    [InlineData("update-2024-08 (3).md", 3)]
    [InlineData("update-2024-08-part-2.md", 2)]
    [InlineData("march-2.md", 2)]
    [InlineData("update-2024-08-v12.md", 12)]
    [InlineData("update-2024-08.md", null)]
    public void The_number_of_a_second_file_is_no_day(string name, int? part)
    {
        var read = Read(name);

        Assert.Equal(part, read.Part);
        Assert.Single(read.Months);
    }

    [Theory]
    [InlineData("README")]
    [InlineData("Readme.md")]
    [InlineData("READ ME.txt")]
    [InlineData("readme-old.md")]
    [InlineData("README_2025.rst")]
    public void Readmes_are_known_in_every_spelling(string name) => Assert.True(Read(name).IsReadme);

    [Theory]
    [InlineData("alpha/engagements/2025/Partner/update.md", null, false)]
    [InlineData("alpha/engagements/2025/Partner/03/update.md", "2025-03", true)]
    [InlineData("alpha/engagements/2025/Partner/March/report.md", "2025-03", true)]
    [InlineData("alpha/engagements/2025/Partner/2024/March.md", "2024-03", false)]
    [InlineData("alpha/engagements/2025/Partner/updates/March.md", "2025-03", false)]
    [InlineData("alpha/engagements/2025/Partner/2025-04/update-2025-03.md", "2025-03", false)]
    [InlineData("alpha/engagements/2025/March Foundation/update.md", null, false)]
    public void A_folder_within_the_partners_says_the_month_where_the_name_does_not(string path, string? months, bool byFolder)
    {
        var read = UpdatePath.Read(path, LedgerOptions.DefaultPath);

        Assert.Equal(months ?? "", Months(read.Name, read.Year));
        Assert.Equal(byFolder, read.DatedByFolder);
        Assert.NotEmpty(read.Folders);
    }

    private static NameReading Read(string name) => NameReader.Read(FileForm.Of(name).Stem, FolderYear);

    private static string Months(NameReading read, int? year = FolderYear) =>
        string.Join(' ', NamedMonth.Resolve(read.Months, year ?? FolderYear).Select(m => m.ToString("uuuu-MM", null)));
}
