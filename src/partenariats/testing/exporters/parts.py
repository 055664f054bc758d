"""What a file is made of besides its texts: the parts that no text may add to."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any, Final
from xml.etree import ElementTree as ET

from partenariats.interfaces.exporter import Artifact

_ADDRESSES: Final = {"action", "formaction", "href", "src"}


def parts(artifact: Artifact) -> list[object]:
    """List the parts of a file by its media type: shape of JSON, elements, properties, cells.

    Of a text it is the control characters that are left in it, of an archive the parts of what it
    holds. Other forms have none that are known here.
    """
    kind = artifact.media_type.partition(";")[0].strip()
    if kind.endswith(("/json", "+json")):
        return list(_of_json(json.loads(artifact.content)))
    if kind == "text/html":
        return _Html.of(artifact.content.decode())
    if kind.endswith(("/xml", "+xml")):
        return list(_of_xml(artifact.content))
    if kind in {"text/calendar", "text/vcard"}:
        return list(_of_properties(artifact.content.decode()))
    if kind in {"text/csv", "text/tab-separated-values"}:
        return list(_of_cells(artifact.content.decode("utf-8-sig"), kind))
    if kind.startswith("text/"):
        return list(_of_text(artifact.content.decode()))
    if zipfile.is_zipfile(io.BytesIO(artifact.content)):
        return list(_of_archive(artifact.content))
    return []


def _of_json(value: Any) -> Iterator[object]:
    """Give the shape; a key may be the name of a room, so it counts how many keys there are."""
    if isinstance(value, dict | list):
        yield type(value), len(value)
        for item in value.values() if isinstance(value, dict) else value:
            yield from _of_json(item)
    else:
        yield type(value)


def _of_xml(content: bytes) -> Iterator[object]:
    for element in ET.fromstring(content).iter():  # noqa: S314  # what we wrote ourselves
        yield element.tag, sorted(element.attrib)


class _Html(HTMLParser):
    """Collect tags with the names of their attributes; of an address, where it leads."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[object] = []

    @classmethod
    def of(cls, text: str) -> list[object]:
        """List the parts of a page."""
        parser = cls()
        parser.feed(text)
        parser.close()
        return parser.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        schemes = [(v or "").strip().partition(":")[0] for k, v in attrs if k in _ADDRESSES]
        runs = any(scheme.lower() in {"javascript", "data", "vbscript"} for scheme in schemes)
        self.found.append((tag, sorted(name for name, _ in attrs), runs))

    def handle_decl(self, decl: str) -> None:
        """Note a declaration."""
        self.found.append(decl)

    def handle_pi(self, data: str) -> None:
        """Note a processing instruction."""
        self.found.append(data)


def _of_properties(text: str) -> Iterator[object]:
    """Give the names of properties, as a careless reader splits lines."""
    unfolded = text.replace("\r\n ", "").replace("\r\n", "\n").replace("\0", "\n")
    for line in unfolded.splitlines():
        name, _, value = line.partition(":")
        yield (line if name in {"BEGIN", "END"} else name.partition(";")[0]), not value


def _of_cells(text: str, kind: str) -> Iterator[object]:
    first = text.partition("\n")[0]
    mark = "\t" if kind != "text/csv" else ";" if first.count(";") > first.count(",") else ","
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark):
        yield len(row), [cell.strip()[:1] in {"=", "+", "-", "@"} for cell in row]


def _of_text(text: str) -> Iterator[object]:
    yield from sorted({c for c in text if unicodedata.category(c) == "Cc" and c not in "\t\r\n"})


def _of_archive(content: bytes) -> Iterator[object]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            yield name
            if name.endswith((".xml", ".rels")):
                yield from _of_xml(archive.read(name))
