"""A fragment of an event file, made whole and checked."""

from __future__ import annotations

import textwrap
from typing import Final

import attrs

from partenariats.diagnostics.report import Report
from partenariats.model.event import Event
from partenariats.model.programme import Programme
from partenariats.source.document import Document, parse
from partenariats.toolkit import Toolkit

HEAD: Final = """format = 1

[event]
id = "example"
title = "Example"
language = "fr"
timezone = "Europe/Paris"

"""


@attrs.frozen
class Checked:
    """Hold what checking a file found."""

    report: Report

    @property
    def codes(self) -> list[str]:
        """List the codes that were found, in the order of the text."""
        return [found.code for found in self.report.diagnostics]

    def at(self, code: str) -> list[str]:
        """List where a code was found, as `sessions[0].start`."""
        return [str(found.where) for found in self.report.diagnostics if found.code == code]


@attrs.frozen
class CheckedFile:
    """Hold an event file and the toolkit that reads it."""

    text: str
    toolkit: Toolkit

    @property
    def document(self) -> Document:
        """Read the file, under the name `event.toml`."""
        return parse(self.text, "event.toml")

    @property
    def event(self) -> Event:
        """Give the event; raise `InvalidEventError` where the text has faults."""
        return self.document.event

    def validate(self) -> Checked:
        """Check the file with every rule of the toolkit."""
        return Checked(self.toolkit.validate(self.document))

    def resolve(self) -> Programme:
        """Make the programme; raise `InvalidEventError` where the event has errors."""
        return self.toolkit.resolve(self.document)


def event_file(fragment: str, *plugins: object) -> CheckedFile:
    """Make an event file of a fragment: what every event needs comes before it where it is missing.

    `plugins` are added to the core's own; installed ones are left out, so that a test does not
    depend on the machine.
    """
    text = textwrap.dedent(fragment).lstrip()
    whole = text if text.startswith(("format", "#")) else HEAD + text
    return CheckedFile(whole, Toolkit(plugins, discover=False))
