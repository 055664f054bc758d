"""What the classes of standard tests share: options, and reasons for whatever is overridden."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from partenariats.interfaces.options import options_class


class Conformance:
    """Be the base of the standard tests of one kind of offer.

    A test that does not fit is overridden with a method whose docstring says why; without one the
    class cannot be made.
    """

    def offered(self) -> type[Any]:
        """Return the class under test."""
        raise NotImplementedError

    def make(self) -> Any:
        """Make what is under test, with its options left as they are."""
        return self.offered()(options_class(self.offered())())

    def __init_subclass__(cls, **arguments: Any) -> None:
        super().__init_subclass__(**arguments)
        for name, own in vars(cls).items():
            standard = getattr(super(cls, cls), name, None) if name.startswith("test_") else None
            if standard is not None and not _gives_reason(own, standard):
                message = f"{cls.__name__}.{name} overrides a standard test: say why in a docstring"
                raise TypeError(message)

    def test_options_are_frozen_and_have_defaults(self) -> None:
        """Options are an immutable attrs class that can be made without arguments."""
        options = options_class(self.offered())()
        assert attrs.has(type(options))
        for field in attrs.fields(type(options)):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(options, field.name, None)


def _gives_reason(own: object, standard: object) -> bool:
    said = (own.__doc__ or "").strip() if callable(own) else ""
    return said not in {"", (standard.__doc__ or "").strip()}
