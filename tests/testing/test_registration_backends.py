"""The standard tests of registration back-ends pass on memory, and each finds a fault."""

from __future__ import annotations

from typing import ClassVar

from partenariats.builtin.backends.memory import MemoryBackend, Store
from partenariats.interfaces.options import NoOptions
from partenariats.testing import RegistrationBackendConformance


class TestMemory(RegistrationBackendConformance):
    """Memory."""

    backend = MemoryBackend
    is_always_ready = True
    stores: ClassVar[dict[object, Store]] = {}

    def make_backend(self, event, folder):
        """Share what is held in memory for an event and a folder."""
        store = self.stores.setdefault((event, folder), Store())
        return self.backend(NoOptions(), event, folder, store)
