"""Who reads a content, and what is said where nobody does."""

from __future__ import annotations

import pytest

import partenariats as pa
from partenariats.builtin.exporters.json import JsonExporter
from partenariats.builtin.importers.json import JsonImporter
from partenariats.interfaces.exporter import ExportError
from partenariats.plugin import hookimpl
from partenariats.publishing.verifying import UnverifiableError
from partenariats.testing import sample

TOOLKIT = pa.Toolkit(discover=False)


@pytest.mark.parametrize(
    ("content", "looks"),
    [
        (b"", "an empty file"),
        (b"\xef\xbb\xbf \n", "an empty file"),
        (b"BEGIN:VCALENDAR\r\n", "an iCalendar file"),
        (b"%PDF-1.7", "a PDF file"),
        (b"PK\x03\x04....", "an archive, as DOCX and XLSX are"),
        (b'\xef\xbb\xbf{"a": 1}', "JSON"),
        (b"[1]", "JSON"),
        (b'format = 1\n[event]\nid = "x"', "TOML, as an event file is"),
        (b'[[days]]\nid = "x"', "TOML, as an event file is"),
        (b"<!DOCTYPE html><p>", "HTML"),
        (b"<?xml version='1.0'?><a/>", "XML"),
        ("Matinée".encode(), "text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "no text"),
        (b"a\0b", "no text"),
    ],
)
def test_what_nobody_reads_is_refused_by_its_looks(content, looks):
    """The error says what it looks like, who was asked and what to do."""
    with pytest.raises(pa.UnreadableError) as caught:
        TOOLKIT.import_(content)
    said = f"this looks like {looks}; none of the importers takes it for its format: `json`"
    assert str(caught.value) == said
    assert "name one with `--from`" in str(caught.value.advice)


def test_what_read_an_event_is_named():
    """The importer is named, whether it was chosen or recognised."""
    (artifact,) = TOOLKIT.export(sample(), "json")
    assert [TOOLKIT.import_(artifact.content, name).importer for name in (None, "json")] == [
        "json",
        "json",
    ]


class Lossy(JsonExporter):
    """Write JSON under another name."""

    name = "other"


class Twice(JsonExporter):
    """Make two files."""

    name = "twice"

    def export(self, programme):
        """Make two files."""
        return (*super().export(programme), *super().export(programme))


class Broken(JsonExporter):
    """Write what looks like JSON and is no event."""

    name = "broken"

    def export(self, programme):
        """Make one file."""
        yield self.artifact(programme, '{"format": 1, "event": {}}')


class Reader(JsonImporter):
    """Read the same JSON."""

    name = "reader"


class Plugin:
    """Offer them."""

    @hookimpl
    def partenariats_exporters(self):
        """Offer exporters."""
        return [Lossy, Twice, Broken]

    @hookimpl
    def partenariats_importers(self):
        """Offer an importer."""
        return [Reader]


def test_an_export_is_read_again_by_its_own_plugin():
    """The importer of the exporter's plugin is asked, not another that would take it as well."""
    toolkit = pa.Toolkit([Plugin()], discover=False)
    readers = {
        name: toolkit.verify(sample(), name, toolkit.export(sample(), name)).importer
        for name in ("json", "other")
    }
    assert readers == {"json": "json", "other": "reader"}


def test_what_cannot_be_verified_is_told():
    """No importer, several files, or what cannot be read again: each is said by name."""
    toolkit = pa.Toolkit([Plugin()], discover=False)

    def told(name, error):
        with pytest.raises(error) as caught:
            toolkit.verify(sample(), name, toolkit.export(sample(), name))
        return str(caught.value)

    said = "`text` cannot be verified: no importer of partenariats reads what it writes"
    assert told("text", UnverifiableError) == said
    said = "`twice` made 2 files: only one that holds all can be verified"
    assert told("twice", UnverifiableError) == said
    said = "importer `reader` cannot read what `broken` wrote: "
    assert told("broken", ExportError).startswith(said)
