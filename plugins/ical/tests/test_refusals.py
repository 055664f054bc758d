"""What is not a calendar, or would do harm, is refused by name and at once."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

import partenariats as pa

HEAD = b"BEGIN:VCALENDAR\nX-WR-CALNAME:R\n"
START = b"DTSTART:20220325T093000Z\n"


def entry(*lines: bytes) -> bytes:
    """Write an entry of some lines."""
    return b"BEGIN:VEVENT\n" + START + b"".join(line + b"\n" for line in lines) + b"END:VEVENT\n"


TIMES = [
    b"2022%02d%02dT%02d%02d" % (n % 12 + 1, n // 12 % 28 + 1, n // 336 % 24, n // 8064)
    for n in range(30_000)
]
YEAR = entry(b"RRULE:FREQ=DAILY")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (HEAD + entry(b"RRULE:FREQ=SECONDLY"), "line 5: `FREQ=SECONDLY` repeats more often than"),
        (HEAD + entry(b"RRULE:COUNT=9;FREQ=minutely"), "line 5: `FREQ=MINUTELY` repeats more"),
        (HEAD + entry(b"RRULE:FREQ=HOURLY"), "line 5: `FREQ=HOURLY` repeats more often than any"),
        (HEAD + YEAR * 10_000, "its entries repeat more often than 20000 times together"),
        (
            HEAD + entry(b"RDATE:" + b",".join(TIMES)),
            "its entries repeat more often than 20000 times together",
        ),
        (HEAD + b"BEGIN:X\n" * 100_000, "this is nested deeper than any calendar"),
        (HEAD + b"A:\n" * 5_000_000, "this has more lines than any calendar: over 1000000"),
        (HEAD + b"A" * (64 << 20), "this is larger than any calendar: more than 64 megabytes"),
        (b"BEGIN:VCARD\nFN:x\nEND:VCARD", "this is vCard, not a calendar"),
        (b" \r\n\t", "the file is empty"),
        (b"SUMMARY:x", "this is no calendar: it does not begin with `BEGIN:VCALENDAR`"),
    ],
    ids=[
        "secondly", "minutely", "hourly", "daily", "dates", "deep", "lines", "large",
        "card", "empty", "other",
    ],
)  # fmt: skip
def test_bombs_are_refused_by_name_in_under_a_second(content, said):
    """Repetitions, depth, lines and size have their bounds."""
    started = time.process_time()
    with pytest.raises(pa.UnreadableError) as caught:
        pa.import_(content, "ical")
    assert time.process_time() - started < 1
    assert str(caught.value).startswith(said)


BOMBS = {
    "folds": HEAD + b"A:" + b"\n " * 900_000,
    "empty lines": HEAD + b"\n" * 900_000,
    "carriage returns": HEAD + b"\r" * 900_000,
    "quotes": HEAD + b'A;B="' * 100_000,
    "long name": HEAD + b"A" * 5_000_000 + b":x",
    "semicolons": HEAD + b"A" + b";" * 2_000_000 + b":x",
    "backslashes": HEAD + b"X-WR-CALDESC:" + b"\\" * 4_000_000,
    "commas": HEAD + entry(b"CATEGORIES:" + b"," * 2_000_000),
    "categories": HEAD + entry(b"CATEGORIES:" + b"a," * 20_000),
    "open entries": HEAD + b"BEGIN:VEVENT\n" * 50_000,
    "one uid": HEAD + entry(b"UID:a", b"SUMMARY:%d") * 5_000,
    "other uids": HEAD + b"".join(entry(b"UID:a", b"SUMMARY:%d" % n) for n in range(3_000)),
    "unknown names": HEAD + b"".join(entry(b"X-%d:a" % n) for n in range(3_000)),
    "unknown zones": HEAD
    + b"".join(
        b"BEGIN:VEVENT\nDTSTART;TZID=Z%d:20220325T093000\nEND:VEVENT\n" % n for n in range(3_000)
    ),
    "ends": HEAD + b"END:X\n" * 100_000,
    "places": HEAD + b"".join(entry(b"GEO:1;1", b"LOCATION:a, %d" % n) for n in range(3_000)),
    "exceptions": HEAD
    + entry(b"RRULE:FREQ=DAILY", b"EXDATE:" + b"20220326T093000Z," * 30_000)
    + entry(b"UID:a", b"RECURRENCE-ID:20220325T093000Z") * 1_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_what_would_take_long_does_not(name):
    """Nothing that a small file can hold takes more than in proportion to its size."""
    started = time.process_time()
    with suppress(pa.UnreadableError):
        pa.import_(BOMBS[name], "ical")
    assert time.process_time() - started < 3
