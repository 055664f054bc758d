"""Programmes to be written, and readers that nobody here wrote."""

from __future__ import annotations

import json
import shutil
import subprocess
import textwrap
from pathlib import Path

import pytest

import partenariats as pa

LIBICAL = """
import json, sys
import gi
gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib as I
calendar = I.Component.new_from_string(sys.stdin.read())
def instant(time):
    return time.as_timet_with_zone(time.get_timezone())
events = []
event = calendar.get_first_component(I.ComponentKind.VEVENT_COMPONENT)
while event:
    end = event.get_first_property(I.PropertyKind.DTEND_PROPERTY)

    events.append({
        "uid": event.get_uid(),
        "start": instant(event.get_dtstart()),
        "end": instant(event.get_dtend()) if end else None,
        "summary": event.get_summary(),
        "location": event.get_location(),
    })
    event = calendar.get_next_component(I.ComponentKind.VEVENT_COMPONENT)
print(json.dumps({"errors": calendar.count_errors(), "events": events}))
"""

ICAL_JS = """
const ICAL = require("ical.js").default || require("ical.js");
let text = "";
process.stdin.on("data", (part) => { text += part; });
process.stdin.on("end", () => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(zone);
  }
  const events = calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    const end = component.getFirstPropertyValue("dtend");
    return {
      uid: event.uid,
      start: event.startDate.toUnixTime(),
      end: end ? end.toUnixTime() : null,
      summary: event.summary,
      location: event.location,
    };
  });
  console.log(JSON.stringify({ errors: 0, events }));
});
"""


@pytest.fixture
def ical():
    """Write a text of an event as iCalendar, bytes."""

    def write(fragment: str) -> bytes:
        programme = pa.resolve(pa.parse(textwrap.dedent(fragment)))
        (artifact,) = pa.export(programme, "ical")
        return artifact.content

    return write


def _ask(command, content, **more):
    done = subprocess.run(
        command, input=content, capture_output=True, timeout=60, check=False, **more
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


@pytest.fixture(scope="session")
def libical():
    """Read a calendar with libical, as GNOME and KDE do."""
    python = "/usr/bin/python3"
    probe = "import gi; gi.require_version('ICalGLib', '3.0'); from gi.repository import ICalGLib"
    there = Path(python).exists() and (
        subprocess.run([python, "-c", probe], capture_output=True, check=False).returncode == 0
    )
    if not there:
        pytest.skip("no libical: install gir1.2-ical-3.0 and python3-gi")
    return lambda content: _ask([python, "-c", LIBICAL], content)


@pytest.fixture(scope="session")
def ical_js(peers):
    """Read a calendar with ical.js, as Thunderbird does."""
    node = shutil.which("node")
    if node is None or not (peers / "node_modules" / "ical.js").is_dir():
        pytest.skip("no ical.js: `.ci/run` shows how to install it")
    return lambda content: _ask([node, "-e", ICAL_JS], content, cwd=peers)
