"""Tickets as QR codes: a decoder that nobody here wrote reads them back from the drawing."""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ET

import pytest
import zxingcpp

from partenariats.registration.door.ticketing.codes import NoCodesError, code_of
from partenariats.registration.door.ticketing.keys import TicketKeys
from partenariats.registration.door.ticketing.tickets import ticket_of

KEYS = TicketKeys().with_new(bytes)
STEP = re.compile(r"([Mmh])([-\d.]+)(?: ([-\d.]+))?")


def drawn(svg):
    """Lay out the modules that the path of an SVG draws, dark as 0 and light as 255."""
    root = ET.fromstring(svg)
    (path,) = root.iter("{http://www.w3.org/2000/svg}path")
    size = int(root.attrib["width"]) // 4
    rows = [[255] * size for _ in range(size)]
    x = y = 0.0
    for verb, first, second in STEP.findall(path.attrib["d"]):
        if verb == "h":
            for column in range(int(x), int(x + float(first))):
                rows[int(y)][column] = 0
            x += float(first)
        elif verb == "M":
            x, y = float(first), float(second)
        else:
            x, y = x + float(first), y + float(second)
    return rows


def decoded(rows, scale=4):
    """Read the codes of a picture."""
    pixels = [[cell for cell in row for _ in range(scale)] for row in rows for _ in range(scale)]
    picture = memoryview(bytes(cell for row in pixels for cell in row))
    shape = [len(pixels), len(pixels[0])]
    return [found.text for found in zxingcpp.read_barcodes(picture.cast("B", shape=shape))]


def test_a_code_is_read_as_its_ticket():
    """What is drawn holds the ticket and nothing else, with the quiet zone that scanners want."""
    for number in range(20):
        ticket = ticket_of(KEYS, "e", f"p-{number}")
        rows = drawn(code_of(ticket))
        assert decoded(rows) == [ticket]
        assert len(rows) == 29 + 2 * 4  # the third smallest size


def test_a_code_is_the_same_each_time():
    """Two runs write the same bytes."""
    ticket = ticket_of(KEYS, "e", "p-1")
    assert code_of(ticket) == code_of(ticket)


def test_without_the_library_it_is_said_what_to_install(monkeypatch):
    """The extra that brings it is named."""
    monkeypatch.setitem(sys.modules, "segno", None)
    with pytest.raises(NoCodesError) as caught:
        code_of("P")
    assert str(caught.value.advice) == "run `pip install partenariats[tickets]`"
