"""A server that says nothing, being stopped or out of reach, is not waited for without end."""

from __future__ import annotations

import time
from collections.abc import Generator
from functools import cache
from math import inf
from typing import Any

from partenariats_sql.databases.errors import silent


@cache
def patient_connection() -> Any:
    """Return the class of connections that end where the server is silent for too long."""
    import psycopg

    class PatientConnection(psycopg.Connection[Any]):
        """Wait for the next word of the server; raise `ServerGoneError` where there is none."""

        silence: float = inf
        """For how many seconds it may say nothing."""

        def wait(self, gen: Any, *args: Any, **kwargs: Any) -> Any:
            """Wait for what the server says to something."""
            return super().wait(self._heard(gen), *args, **kwargs)

        def _heard(self, gen: Any) -> Generator[Any, Any, Any]:
            until = time.monotonic() + self.silence
            try:
                asked = next(gen)
                while True:
                    ready = yield asked
                    if ready:
                        until = time.monotonic() + self.silence
                    elif time.monotonic() > until:
                        self.pgconn.finish()  # or whoever ends it would wait again
                        raise silent(self.silence)
                    asked = gen.send(ready)
            except StopIteration as end:
                return end.value

    return PatientConnection
