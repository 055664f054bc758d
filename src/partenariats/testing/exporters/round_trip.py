"""What a format that goes both ways must do: derive a class from `RoundTripConformance`."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from hypothesis import given, settings

from partenariats.interfaces.exporter import Exporter, ExportError
from partenariats.interfaces.importer import Importer
from partenariats.interfaces.options import options_class
from partenariats.model.programme import Programme
from partenariats.publishing.verifying import Loss, find_losses
from partenariats.testing.conformance import Conformance
from partenariats.testing.samples import DIFFICULT, sample
from partenariats.testing.strategies import inherited, plain_words, programmes


class RoundTripConformance(Conformance):
    """Hold the law of formats that go both ways: what comes back is equal, or declared.

    Name the classes in `exporter` and `importer`.
    """

    exporter: ClassVar[type[Exporter[Any]]]
    """What writes the format, in one file."""
    rarely: ClassVar[frozenset[str]] = frozenset()
    """Keys that are declared as altered, and are so in programmes that no sample is like."""
    importer: ClassVar[type[Importer[Any]]]
    """What reads it."""

    def offered(self) -> type[Exporter[Any]]:
        """Return the exporter."""
        return self.exporter

    def losses(self, programme: Programme) -> tuple[Loss, ...]:
        """Write a programme and read it again; give what was lost or changed.

        What the exporter refuses with an `ExportError` is not lost.
        """
        try:
            (artifact,) = self.make().export(programme)
        except ExportError:
            return ()
        reader = self.importer(options_class(self.importer)())
        assert reader.recognizes(artifact.content)
        return find_losses(programme, self.exporter, reader.read(artifact.content).event)

    @pytest.mark.parametrize("name", ["", *DIFFICULT])
    def test_what_is_lost_is_declared(self, name: str) -> None:
        """Of every sample that comes back, what is not declared as lost or altered is equal."""
        _refuse_undeclared(self.losses(sample(name)))

    @given(programmes(plain_words))
    @settings(inherited, max_examples=60)
    def test_what_any_programme_loses_is_declared(self, programme: Programme) -> None:
        """Of any programme that comes back, what is not declared is equal."""
        _refuse_undeclared(self.losses(programme))

    def test_what_is_declared_as_altered_is(self) -> None:
        """Every key that is declared as altered comes back altered from some sample."""
        seen = {loss.key for name in ("", *DIFFICULT) for loss in self.losses(sample(name))}
        unseen = sorted(set(self.exporter.alters) - seen - self.rarely)
        assert not unseen, f"declared as altered, and never are: {unseen}"


def _refuse_undeclared(losses: tuple[Loss, ...]) -> None:
    """Fail with both values of all that is lost or changed and not declared."""
    changes = [loss.change for loss in losses if loss.reason is None]
    said = "\n".join(f"  {c.key} at {c.at}: {c.before!r} -> {c.after!r}" for c in changes)
    assert not changes, f"lost or changed, and not declared:\n{said}"
