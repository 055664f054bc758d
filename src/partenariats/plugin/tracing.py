"""Each call of a hook on standard error, for whoever writes a plugin."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Mapping
from typing import Any, Final

import pluggy

TRACE: Final = "PARTENARIATS_TRACE_PLUGINS"
"""Set it to `1` in the environment, and every call is shown."""


def trace_calls(hooks: pluggy.PluginManager) -> None:
    """Show each call of a hook, if the environment asks for it: who answers, what, and how soon."""
    if os.environ.get(TRACE) != "1":
        return
    started: list[float] = []

    def before(_hook: str, _implementations: Any, _arguments: Mapping[str, Any]) -> None:
        started.append(time.perf_counter())

    def after(
        outcome: pluggy.Result[Any], hook: str, implementations: Any, arguments: Mapping[str, Any]
    ) -> None:
        seconds = time.perf_counter() - started.pop()
        if not implementations:
            return
        asked = ", ".join(f"{name}={_short(value)}" for name, value in arguments.items())
        plugins = ", ".join(found.plugin_name for found in reversed(implementations))
        said = f"trace: {hook}({asked}) of {plugins} -> {_outcome(outcome)}"
        print(f"{said} [{seconds * 1000:.1f} ms]", file=sys.stderr)  # noqa: T201  # what was asked for

    hooks.add_hookcall_monitoring(before, after)


def _outcome(outcome: pluggy.Result[Any]) -> str:
    error = outcome.exception
    if error is not None:
        return f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
    return _short(outcome.get_result())


def _short(value: object) -> str:
    """Name a value in a few words; of lists, the first few items."""
    if isinstance(value, str | int | float | None):
        return repr(value)[:60]
    if isinstance(value, type):
        return value.__name__
    if isinstance(value, list | tuple):
        items: Iterable[object] = value[:12]
        more = ", …" if len(value) > 12 else ""  # noqa: PLR2004  # as many as are shown
        return f"[{', '.join(_short(item) for item in items)}{more}]"
    return type(value).__name__
