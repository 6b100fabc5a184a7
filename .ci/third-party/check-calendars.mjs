// Checks that three readers that are not ours read each calendar alike, and as it is meant:
//
//   node check-calendars.mjs DIRECTORY
//
// Beside each NAME.ics in the directory stands NAME.json: {"method": …, "from": …, "until": …, "occurrences": [{"start": …, "end": …, "title": …, "status": …}]},
// reckoned without the file. The readers are ical.js, node-ical, and Debian's python3-icalendar with python3-dateutil. Ends in a line
// "N passed, N failed"; the exit code is 1 when anything failed or there was nothing to check.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ICAL from 'ical.js';
import ical from 'node-ical';

const directory = process.argv[2];
if (!directory) {
  console.error('usage: node check-calendars.mjs DIRECTORY');
  process.exit(2);
}

const readers = { 'ical.js': byIcalJs, 'node-ical': byNodeIcal, 'python3-icalendar': byPython };
const names = readdirSync(directory).filter(name => name.endsWith('.ics')).sort();
let passed = 0, failed = 0;
for (const name of names) {
  const file = path.join(directory, name);
  const meant = JSON.parse(readFileSync(file.replace(/\.ics$/, '.json'), 'utf8'));
  const expected = JSON.stringify({ method: meant.method, occurrences: meant.occurrences.map(occurrence) }, null, 1);
  if (meant.occurrences.length === 0) {
    console.error(`${name}: nothing is expected of it, so that it would prove nothing.`);
    failed++;
    continue;
  }

  for (const [reader, read] of Object.entries(readers)) {
    let found;
    try {
      const { method, occurrences } = read(file, new Date(meant.from), new Date(meant.until));
      found = JSON.stringify({ method, occurrences: occurrences.map(occurrence).sort((a, b) => a.start.localeCompare(b.start)) }, null, 1);
    } catch (error) {
      found = String(error.stack);
    }

    if (found === expected) {
      passed++;
    } else {
      failed++;
      console.error(`${name}, as ${reader} reads it:\n${found}\nand not:\n${expected}`);
    }
  }
}

if (names.length === 0) {
  console.error(`No calendars in ${directory}: nothing was checked.`);
}

console.log(`calendars: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

function occurrence({ start, end, title, status }) {
  return { start: new Date(start).toISOString(), end: new Date(end).toISOString(), title, status };
}

// Zones are read from the file alone: its VTIMEZONE is what is tried.
function byIcalJs(file, from, until) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }

  const occurrences = [];
  for (const component of calendar.getAllSubcomponents('vevent').filter(e => !e.hasProperty('recurrence-id'))) {
    const event = new ICAL.Event(component);
    const times = event.iterator();
    for (let time = times.next(); time && time.toJSDate() <= until; time = times.next()) {
      const { startDate, endDate, item } = event.getOccurrenceDetails(time);
      if (startDate.toJSDate() >= from && startDate.toJSDate() <= until) {
        occurrences.push({ start: startDate.toJSDate(), end: endDate.toJSDate(), title: item.summary, status: item.component.getFirstPropertyValue('status') });
      }
    }
  }

  return { method: calendar.getFirstPropertyValue('method'), occurrences };
}

function byNodeIcal(file, from, to) {
  const parsed = Object.values(ical.sync.parseFile(file));
  const occurrences = parsed.filter(e => e.type === 'VEVENT').flatMap(e => ical.expandRecurringEvent(e, { from, to }))
    .map(({ start, end, summary, event }) => ({ start, end, title: summary, status: event.status }));
  return { method: parsed.find(e => e.type === 'VEVENT').method, occurrences };
}

function byPython(file, from, until) {
  return JSON.parse(execFileSync('/usr/bin/python3', [path.join(import.meta.dirname, 'read-calendar.py'), file, from.toISOString(), until.toISOString()], { encoding: 'utf8' }));
}
