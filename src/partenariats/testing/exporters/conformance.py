"""What every exporter must do: derive a class of tests from `ExporterConformance`."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from itertools import zip_longest
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings

from partenariats.interfaces.exporter import Artifact, Exporter
from partenariats.model.programme import Programme
from partenariats.publishing.targets import refuse
from partenariats.testing.conformance import Conformance
from partenariats.testing.exporters.hostile import HARMLESS, PAYLOADS, hostile
from partenariats.testing.exporters.parts import parts
from partenariats.testing.samples import DIFFICULT, sample
from partenariats.testing.strategies import inherited, programmes

_IN_ANOTHER_PROCESS = """
import hashlib, sys
from importlib import import_module
from partenariats.interfaces.options import options_class
from partenariats.testing.conformance import Conformance
from partenariats.testing.samples import sample
exporter = getattr(import_module(sys.argv[1]), sys.argv[2])
make = exporter(options_class(exporter)()).export
made = [artifact for name in ("", "everything") for artifact in make(sample(name))]
print([(a.name, hashlib.sha256(a.content).hexdigest()) for a in made])
"""
_WITHOUT_ASSERTIONS = """
import hashlib, sys
from importlib import import_module
from partenariats.interfaces.options import options_class
from partenariats.testing.exporters.hostile import PAYLOADS, hostile
exporter = getattr(import_module(sys.argv[1]), sys.argv[2])
make = exporter(options_class(exporter)()).export
made = [a for payload in PAYLOADS.values() for a in make(hostile(payload))]
print([(a.name, hashlib.sha256(a.content).hexdigest()) for a in made])
"""


class ExporterConformance(Conformance):
    """Hold the tests that every exporter passes; name its class in `exporter`."""

    exporter: ClassVar[type[Exporter[Any]]]
    """The class under test; its options all have defaults."""
    is_text: ClassVar[bool] = True
    """Whether what it makes is text in UTF-8."""

    def offered(self) -> type[Exporter[Any]]:
        """Return the class under test."""
        return self.exporter

    def export(self, programme: Programme) -> tuple[Artifact, ...]:
        """Export a programme with the options left as they are."""
        return tuple(self.make().export(programme))

    def parts(self, artifact: Artifact) -> list[object]:
        """List the parts of a file that no text may add to; override it for a form of your own."""
        return parts(artifact)

    def test_it_is_named_and_described(self) -> None:
        """Name, summary, media type and suffix are there and have their forms."""
        cls = self.exporter
        assert cls.name == cls.name.lower().strip()
        assert cls.name.replace("-", "").isalnum()
        assert cls.summary.strip()
        assert cls.media_type.count("/") == 1
        assert cls.suffix.startswith(".")
        assert (cls.__doc__ or "").strip()

    @pytest.mark.parametrize("name", DIFFICULT)
    def test_it_takes_difficult_events(self, name: str) -> None:
        """Every difficult event is exported, to names that can be written."""
        for artifact in self.export(sample(name)):
            assert refuse(artifact.name) is None
            if self.is_text:
                artifact.content.decode()

    def test_it_gives_the_same_bytes_twice(self) -> None:
        """The same programme in gives the same bytes out, in one process."""
        assert self.export(sample()) == self.export(sample())

    def test_it_gives_the_same_bytes_in_another_process(self) -> None:
        """Neither hash seed, time zone nor language of the machine changes a byte."""
        said = {self._elsewhere("1", "UTC", "C.UTF-8"), self._elsewhere("2", "Asia/Tokyo", "fr_FR")}
        assert len(said) == 1

    def test_it_leaves_the_programme_as_it_was(self) -> None:
        """A programme is equal to itself after it was exported."""
        programme = sample()
        self.export(programme)
        assert programme == sample()

    @given(programmes())
    @settings(inherited, max_examples=30)
    def test_it_takes_any_programme(self, programme: Programme) -> None:
        """No programme that can be made is too odd for it."""
        for artifact in self.export(programme):
            assert artifact.media_type

    @pytest.mark.parametrize("payload", PAYLOADS)
    def test_no_text_becomes_a_part(self, payload: str) -> None:
        """Whatever a text says, in any field, it adds no property, element, cell or formula."""
        plain, made = (
            [part for artifact in self.export(hostile(text)) for part in self.parts(artifact)]
            for text in (HARMLESS, PAYLOADS[payload])
        )
        pairs = zip_longest(plain, made)
        other = next((pair for pair in pairs if pair[0] != pair[1]), None)
        assert other is None, f"a harmless text gives {other[0]!r}, this one {other[1]!r}"

    def test_assertions_guard_nothing(self) -> None:
        """Under `python -O`, where assertions are gone, hostile texts give the same bytes."""
        here = [
            (artifact.name, hashlib.sha256(artifact.content).hexdigest())
            for payload in PAYLOADS.values()
            for artifact in self.export(hostile(payload))
        ]
        assert self._run(["-O", "-c", _WITHOUT_ASSERTIONS]) == f"{here}\n"

    def _elsewhere(self, seed: str, zone: str, language: str) -> str:
        changed = {"PYTHONHASHSEED": seed, "TZ": zone, "LANG": language}
        return self._run(["-c", _IN_ANOTHER_PROCESS], **changed)

    def _run(self, arguments: list[str], **changed: str) -> str:
        cls = self.exporter
        command = [sys.executable, *arguments, cls.__module__, cls.__qualname__]
        env = {**os.environ, **changed}
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)  # noqa: S603  # our own Python
        assert done.returncode == 0, done.stderr
        return done.stdout
