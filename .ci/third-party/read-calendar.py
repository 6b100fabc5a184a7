"""Reads a calendar with python3-icalendar and python3-dateutil, for check-calendars.mjs: read-calendar.py FILE FROM UNTIL"""
import json
import sys
from datetime import datetime, timezone

from dateutil.parser import isoparse
from dateutil.rrule import rrulestr
from icalendar import Calendar

path, since, until = sys.argv[1], isoparse(sys.argv[2]), isoparse(sys.argv[3])
with open(path, "rb") as file:
    calendar = Calendar.from_ical(file.read())

# The zone as the file tells it, not as this machine knows it.
zones = {str(zone["tzid"]): zone.to_tz() for zone in calendar.walk("VTIMEZONE")}


def instant(wall, zone):
    return (zone.localize(wall) if zone else wall.replace(tzinfo=timezone.utc)).astimezone(timezone.utc)


def times(event, name):
    """Each time of a property, as the clock on the wall shows it, with its zone."""
    properties = event.get(name, [])
    for property in properties if isinstance(properties, list) else [properties]:
        zone = zones.get(property.params.get("TZID"))
        for each in getattr(property, "dts", [property]):
            yield each.dt.replace(tzinfo=None), zone


events = [event for event in calendar.walk("VEVENT")]
instead = {(str(event["uid"]), instant(*next(times(event, "recurrence-id")))) for event in events if "recurrence-id" in event}
occurrences = []
for event in events:
    (start, zone), = times(event, "dtstart")
    starts = [start]
    if "rrule" in event:
        rule = rrulestr(event["rrule"].to_ical().decode(), dtstart=start)
        starts = rule.between(start, until.replace(tzinfo=None), inc=True)
    gone = {instant(*each) for each in times(event, "exdate")}
    for each in (instant(start, zone) for start in starts):
        replaced = "recurrence-id" not in event and (str(event["uid"]), each) in instead
        if since <= each <= until and each not in gone and not replaced:
            occurrences.append({
                "start": each.isoformat(),
                "end": (each + event["duration"].dt).isoformat(),
                "title": str(event["summary"]),
                "status": str(event["status"]),
            })

json.dump({"method": str(calendar["method"]), "occurrences": occurrences}, sys.stdout)
