"""What every importer must do: derive a class of tests from `ImporterConformance`."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partenariats.diagnostics.report import InvalidEventError
from partenariats.interfaces.importer import Importer, UnreadableError
from partenariats.source.document import parse
from partenariats.source.writer import write
from partenariats.testing.conformance import Conformance
from partenariats.testing.strategies import inherited


class ImporterConformance(Conformance):
    """Hold the tests that every importer passes.

    Name its class in `importer`, and files of its format in `contents`.
    """

    importer: ClassVar[type[Importer[Any]]]
    """The class under test."""
    contents: ClassVar[tuple[bytes, ...]]
    """Contents of its format, at least one."""
    lookalikes: ClassVar[tuple[bytes, ...]] = ()
    """Contents that look like its format and are not."""

    def offered(self) -> type[Importer[Any]]:
        """Return the class under test."""
        return self.importer

    def test_it_is_named_and_described(self) -> None:
        """Name, summary and suffixes are there and have their forms."""
        cls = self.importer
        assert cls.name == cls.name.lower().strip()
        assert cls.summary.strip()
        assert cls.suffixes
        assert all(suffix.startswith(".") for suffix in cls.suffixes)

    def test_it_reads_its_own_format(self) -> None:
        """Every content is recognised and read, and what was read can be written and read again."""
        assert self.contents
        for content in self.contents:
            assert self.make().recognizes(content)
            event = self.make().read(content).event
            assert parse(write(event)).event == event

    def test_it_reads_the_same_twice(self) -> None:
        """The same content gives the same event."""
        for content in self.contents:
            assert self.make().read(content).event == self.make().read(content).event

    @pytest.mark.parametrize(
        "content", [b"", b"\0" * 50, b"[" * 50_000, b"\xff\xfe", b"plain words"]
    )
    def test_it_refuses_what_is_something_else(self, content: bytes) -> None:
        """Other contents are not recognised, and refused by name when it is asked to read them."""
        assert not self.make().recognizes(content)
        with pytest.raises(UnreadableError):
            self.make().read(content)

    def test_it_refuses_lookalikes(self) -> None:
        """What looks like its format and is not is refused by name."""
        for content in self.lookalikes:
            with pytest.raises((UnreadableError, InvalidEventError)):
                self.make().read(content)

    @given(st.data())
    @settings(inherited, max_examples=60)
    def test_damaged_contents_raise_nothing_else(self, data: st.DataObject) -> None:
        """A content cut short or with bytes changed is read or refused, never a traceback."""
        content = bytearray(data.draw(st.sampled_from(self.contents)))
        for _ in range(data.draw(st.integers(1, 4))):
            at = data.draw(st.integers(0, len(content) - 1))
            content[at] = data.draw(st.integers(0, 255))
        cut = data.draw(st.integers(1, len(content)))
        with suppress(UnreadableError, InvalidEventError):
            self.make().read(bytes(content[:cut]))
