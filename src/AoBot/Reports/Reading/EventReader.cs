using AoBot.Events;
using NodaTime;

namespace AoBot.Reports.Reading;

/// <summary>
/// What the report announces: from "Up Next" and "Upcoming Events", and elsewhere only "our next …" and "our … report will be out".
/// Words like "next month" are reckoned only where the day of writing is known.
/// </summary>
internal sealed class EventReader(DateWords dates, LocalDate? written, Findings findings)
{
    private readonly List<EventFact> _events = [];

    public IReadOnlyList<EventFact> Read(ReportDocument document)
    {
        foreach (var piece in document.Pieces.Where(p => p.Section.Kind is SectionKind.UpNext or SectionKind.UpcomingEvents))
        {
            switch (piece)
            {
                case Item item:
                    ReadItem(item.Text, item.Section.Kind == SectionKind.UpcomingEvents);
                    break;
                case Paragraph { LeadsIn: false, Text: var text }:
                    ReadSentences(text, text.Text, 0);
                    break;
            }
        }

        foreach (var piece in document.Pieces.Where(p => p.Section.Kind is not (SectionKind.UpNext or SectionKind.UpcomingEvents or SectionKind.KeyResults)))
        {
            var text = piece switch { Item i => i.Text, Paragraph p => p.Text, _ => RichText.None };
            foreach (var (sentence, start) in Sentences.Of(text.Text).Where(s => AnnouncementWords.Announces(s.Text)))
            {
                foreach (var found in InSentence(sentence, text.LineAt(start)).Where(e => !IsKnown(e)))
                {
                    _events.Add(found);
                }
            }
        }

        return _events;
    }

    /// <summary>An announcement elsewhere without a date says nothing that a listed event does not say better.</summary>
    private bool IsKnown(EventFact found) =>
        _events.Exists(e => e.Kind == found.Kind && ((e.Date == found.Date && e.Month == found.Month) || (found.Date is null && found.Month is null)));

    private void ReadItem(RichText text, bool anythingCounts)
    {
        var all = text.Text.Trim();
        if (all.Length is 0 or > Sentences.MaxLength)
        {
            return;
        }

        var before = _events.Count;
        if (text.Lead is { } lead && AnnouncementWords.Kind(lead) is { } kind && all.StartsWith(lead, StringComparison.Ordinal) && !anythingCounts)
        {
            // The bold words name it, the sentences after them date it.
            Add(Event(kind, lead.TrimEnd(':', ' '), all, all, text.Line));
        }
        else if (anythingCounts)
        {
            var short_ = AnnouncementWords.Short(all);
            Add(Event(AnnouncementWords.Kind(short_) ?? ProgramEventKind.Conference, AnnouncementWords.Title(short_, dates.In(short_)), short_, all, text.Line));
        }
        else
        {
            ReadSentences(text, all, text.Text.IndexOf(all, StringComparison.Ordinal));
        }

        if (_events.Count == before)
        {
            findings.Note(text.Line, $"Not understood as an event: {Findings.Quote(all)}.");
        }
    }

    private void ReadSentences(RichText text, string part, int offset)
    {
        foreach (var (sentence, start) in Sentences.Of(part))
        {
            foreach (var found in InSentence(sentence, text.LineAt(offset + start)))
            {
                Add(found);
            }
        }
    }

    /// <summary>One event for each part of the sentence that names one; a part without a date and verb shares the date that follows.</summary>
    private IEnumerable<EventFact> InSentence(string sentence, int line)
    {
        var parts = AnnouncementWords.Parts(sentence);
        var waiting = new List<(ProgramEventKind Kind, string Part)>();
        foreach (var part in parts)
        {
            foreach (var kind in AnnouncementWords.Kinds(part))
            {
                var found = Event(kind, AnnouncementWords.TitleOf(kind, part), part, sentence.Trim(), line);
                if (found.Date is null && found.Month is null && AnnouncementWords.IsHabit(part))
                {
                    continue;
                }

                if (found.Date is null && found.Month is null && !AnnouncementWords.HasVerb(part) && part != parts[^1])
                {
                    waiting.Add((kind, part));
                    continue;
                }

                foreach (var (other, words) in waiting)
                {
                    yield return found with { Kind = other, Title = AnnouncementWords.TitleOf(other, words), About = About(other, words, found.Date, found.Month) };
                }

                waiting.Clear();
                yield return found;
            }
        }
    }

    private EventFact Event(ProgramEventKind kind, string title, string part, string sentence, int line)
    {
        var mentions = dates.In(part);
        // The month that a report is named after ("our June report") is not when it is due.
        var due = kind is ProgramEventKind.MonthlyReportDue or ProgramEventKind.AnnualReportDue ? mentions.Where(m => !AnnouncementWords.NamesReport(part, m)).ToList() : mentions;
        var when = due.FirstOrDefault(m => m.Date is not null) ?? due.FirstOrDefault(m => m.Month is not null);
        if (when is null && due.FirstOrDefault(m => m.IsNoDate) is { } no)
        {
            findings.Warn(line, $"There is no such day: {Findings.Quote(no.Text)}.");
        }
        else if (when is null && AnnouncementWords.HintsAtDate(part))
        {
            findings.Note(line, $"The date is not understood: {Findings.Quote(part)}.");
        }

        var (date, month) = (when?.Date, when?.Month);
        if (when is null && written is { } day)
        {
            (date, month) = AnnouncementWords.Relative(part, day);
        }

        return new EventFact(
            kind, title, AnnouncementWords.Place(kind, part), date, month, when?.Approximate ?? (date is null && month is null && AnnouncementWords.IsVague(part)), About(kind, part, date, month), sentence, line)
        {
            Time = date is null ? null : Time(part, line),
        };
    }

    private TimeOfDay? Time(string part, int line)
    {
        var time = TimeWords.In(part);
        if (time is null && TimeWords.HintsAt(part))
        {
            findings.Warn(line, $"The time is not understood: {Findings.Quote(part)}.");
        }

        return time;
    }

    /// <summary>June's report is due in July, unless its month is named.</summary>
    private YearMonth? About(ProgramEventKind kind, string part, LocalDate? date, YearMonth? month)
    {
        if (kind != ProgramEventKind.MonthlyReportDue)
        {
            return null;
        }

        var due = date?.ToYearMonth() ?? month;
        if (AnnouncementWords.ReportMonth(part) is { } named)
        {
            // "Our December report is due January 8": the last December before.
            var year = named.Year ?? (due is { } d ? (named.Month <= d.Month ? d.Year : d.Year - 1) : dates.FirstMonth(named.Month).Year);
            return new YearMonth(year, named.Month);
        }

        return due?.PlusMonths(-1);
    }

    private void Add(EventFact found)
    {
        if (!_events.Exists(e => e.Kind == found.Kind && e.Date == found.Date && e.Month == found.Month && (found.Date is not null || e.Title == found.Title)))
        {
            _events.Add(found);
        }
    }
}
