"""Calendars that people use show every session of what we wrote at its hour."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import urllib.request
from pathlib import Path

import pytest

import partenariats as pa
from partenariats.interfaces.wording import Wording

ROOT = Path(__file__).parents[3]
KHAL = """\
[calendars]
[[programme]]
path = {folder}/calendar
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = {zone}
default_timezone = {zone}
[default]
default_calendar = programme
[sqlite]
path = {folder}/khal.db
"""
RADICALE = """\
[server]
hosts = 127.0.0.1:{port}
[auth]
type = none
[storage]
filesystem_folder = {folder}/served
[web]
type = none
"""
VDIRSYNCER = """\
[general]
status_path = "{folder}/status"
[pair programme]
a = "file"
b = "server"
collections = null
[storage file]
type = "singlefile"
path = "{folder}/programme.ics"
[storage server]
type = "caldav"
url = "{url}"
username = "ada"
password = "x"
"""
BETWEEN = """\
<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
<D:prop><C:calendar-data/></D:prop>
<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">
<C:time-range start="20220325T080000Z" end="20220325T090000Z"/>
</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>
"""
"""From nine to ten in the morning in Paris, which are eight to nine in UTC."""


@pytest.fixture(scope="session")
def calendars() -> Path:
    """Give the folder of programs for calendars, as `.ci/run` installs them."""
    peers = Path(os.environ.get("PARTENARIATS_PEERS", ROOT / ".peers"))
    folder = peers / "calendars" / "bin"
    if not all((folder / name).exists() for name in ("khal", "radicale", "vdirsyncer")):
        pytest.skip("no khal, vdirsyncer and Radicale: `.ci/run` shows how to install them")
    return folder


@pytest.fixture
def programme(niort):
    """Give the reference example."""
    return pa.resolve(pa.load(niort))


@pytest.fixture
def home(tmp_path, programme):
    """Give a folder with the calendar of the reference example, and a program's surroundings."""
    (artifact,) = pa.export(programme, "ical")
    (tmp_path / "programme.ics").write_bytes(artifact.content)
    (tmp_path / "calendar").mkdir()
    kept = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(tmp_path)}
    return tmp_path, kept


def ask(command, home, zone="Europe/Paris"):
    """Run a program in a folder and a time zone of its own; give what it says."""
    folder, environment = home
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={**environment, "TZ": zone},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def expected(programme, zone):
    """Say when each session starts and what it is called, by the clock of a zone."""
    wording = Wording(programme)
    return sorted(
        f"{session.start.in_timezone(zone).strftime('%Y-%m-%d %H:%M')} {wording.title(session)}"
        for session in programme.sessions
    )


@pytest.mark.parametrize("zone", ["Europe/Paris", "America/New_York"])
def test_khal_lists_every_session_at_its_local_hour(calendars, home, programme, zone):
    """Somebody in the event's zone and somebody far away see it at their own clock's hour."""
    (home[0] / "khal.conf").write_text(KHAL.format(folder=home[0], zone=zone))
    khal = [calendars / "khal", "-c", "khal.conf"]
    ask([*khal, "import", "--batch", "-a", "programme", "programme.ics"], home, zone)
    form = ["--day-format", "", "--format", "{start-long} {title}"]
    said = ask([*khal, "list", *form, "2022-03-24", "4d"], home, zone)
    assert sorted(said.splitlines()) == expected(programme, zone)


@pytest.mark.parametrize("zone", ["Europe/Paris", "America/New_York"])
def test_calcurse_lists_every_session_at_its_local_hour(home, programme, zone):
    """The other calendar of the terminal sees the same."""
    if shutil.which("calcurse") is None:
        pytest.skip("no calcurse: install the package of that name")
    calcurse = ["calcurse", "-D", "calcurse"]
    (home[0] / "calcurse").mkdir()
    ask([*calcurse, "-i", "programme.ics"], home, zone)
    form = ["--format-apt", "%(start:%Y-%m-%d %H:%M) %m\\n"]
    said = ask([*calcurse, "-Q", "--from", "03/24/2022", "--days", "4", *form], home, zone)
    lines = [line for line in said.splitlines() if re.match(r"\d{4}-", line)]
    assert sorted(lines) == expected(programme, zone)


@pytest.fixture
def served(calendars, home):
    """Run a CalDAV server in a folder; give the address of an empty calendar."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (home[0] / "radicale.conf").write_text(RADICALE.format(folder=home[0], port=port))
    command = [calendars / "radicale", "--config", home[0] / "radicale.conf"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stderr is not None
        try:
            started = next((line for line in server.stderr if "Listening on" in line), "")
            assert started, "Radicale did not start"
            url = f"http://127.0.0.1:{port}/ada/programme/"
            request(url, "MKCALENDAR", '<mkcalendar xmlns="urn:ietf:params:xml:ns:caldav"/>')
            yield url
        finally:
            server.kill()


def request(url, method, body):
    """Ask a CalDAV server as the user `ada`; give its answer."""
    headers = {"Authorization": "Basic YWRhOng=", "Depth": "1", "Content-Type": "application/xml"}
    question = urllib.request.Request(url, body.encode(), headers, method=method)
    with urllib.request.urlopen(question, timeout=30) as answer:
        return answer.read().decode()


def test_a_caldav_server_answers_what_takes_place_in_an_hour(calendars, home, served, programme):
    """Radicale takes every session from vdirsyncer, and finds those of a time range."""
    (home[0] / "vdirsyncer.conf").write_text(VDIRSYNCER.format(folder=home[0], url=served))
    for work in ("discover", "sync"):
        ask([calendars / "vdirsyncer", "-c", "vdirsyncer.conf", work], home)
    found = request(served, "REPORT", BETWEEN)
    start, end = (f"2022-03-25T{hour}:00:00+01:00" for hour in ("09", "10"))
    assert sorted(re.findall(r"^UID:([^@\s]+)@", found, re.MULTILINE)) == sorted(
        session.id
        for session in programme.sessions
        if session.start.isoformat() < end and (session.end or session.start).isoformat() > start
    )
    stored = list((home[0] / "served").glob("*/ada/programme/*.ics"))
    assert len(stored) == len(list(programme.sessions))
