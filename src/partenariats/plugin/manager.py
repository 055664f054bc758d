"""Load plugins one by one, so that a broken one takes none of the others with it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import attrs
import pluggy

from partenariats.diagnostics.diagnostic import Diagnostic
from partenariats.diagnostics.where import Where
from partenariats.language.message import Message
from partenariats.language.names import nearest
from partenariats.plugin import hookspecs
from partenariats.plugin.discovery import Candidate
from partenariats.plugin.rules import HookFailed, NotLoaded, UnknownHook
from partenariats.plugin.tracing import trace_calls


@attrs.frozen(kw_only=True)
class Plugin:
    """Hold a loaded plugin; `key` is the name it is registered under.

    `place` is the file or folder it came from, `seconds` what loading it took.
    """

    key: str
    name: str
    distribution: str
    version: str
    place: str = attrs.field(eq=False)
    seconds: float = attrs.field(eq=False)

    def __str__(self) -> str:
        return f"{self.distribution} {self.version}".strip()


class PluginManager:
    """Hold the loaded plugins in the order they are called, and what is wrong with others."""

    def __init__(self) -> None:
        self._hooks = _new_hooks()
        trace_calls(self._hooks)
        self.plugins: list[Plugin] = []
        self.failed: list[Candidate] = []
        self.problems: list[Diagnostic] = []

    def load(self, candidate: Candidate) -> None:
        """Load and register a plugin, or keep the reason why it cannot be."""
        key = f"{candidate.name} ({candidate.distribution})"
        started = time.perf_counter()
        try:
            found = candidate.load()
            # pluggy 1.6 and 1.7 leave different things behind after a failed registration
            rehearsal = _new_hooks()
            rehearsal.register(found, name=key)
        except (Exception, SystemExit) as error:  # noqa: BLE001  # a plugin may raise anything
            self.failed.append(candidate)
            self.problems.append(_not_loaded(candidate, error))
            return
        self.problems += _unknown_hooks(candidate, found)
        self._hooks.register(found, name=key)
        self.plugins.append(
            Plugin(
                key=key,
                name=candidate.name,
                distribution=candidate.distribution,
                version=candidate.version,
                place=str(getattr(found, "__file__", None) or candidate.place),
                seconds=time.perf_counter() - started,
            )
        )

    def miss(self, name: str) -> None:
        """Keep that a plugin was wanted by name and is not installed."""
        headline = Message.of("no plugin called `{name}` is installed", name=name)
        self.problems.append(NotLoaded.found(Where(), headline))

    def call_each(self, hook: str, **arguments: Any) -> Iterator[tuple[Plugin, Any]]:
        """Call a hook plugin by plugin; one that raises becomes a problem and gives nothing."""
        for plugin in self.plugins:
            others = [self._hooks.get_plugin(p.key) for p in self.plugins if p is not plugin]
            try:
                results = self._hooks.subset_hook_caller(hook, others)(**arguments)
            except Exception as error:  # noqa: BLE001  # a plugin may raise anything
                self.problems.append(_hook_failed(plugin, hook, error))
            else:
                yield from ((plugin, result) for result in results)

    def call_first(self, hook: str, **arguments: Any) -> Any:
        """Call a hook that has one result, with every wrapper around it."""
        return getattr(self._hooks.hook, hook)(**arguments)


def _new_hooks() -> pluggy.PluginManager:
    hooks = pluggy.PluginManager(hookspecs.PROJECT)
    hooks.add_hookspecs(hookspecs)
    return hooks


def describe(error: BaseException) -> str:
    """Name an exception in one line, its kind and what it says."""
    said = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def _not_loaded(candidate: Candidate, error: BaseException) -> Diagnostic:
    headline = Message.of(
        "plugin `{name}` of {distribution} {version} did not load: {reason}",
        name=candidate.name,
        distribution=candidate.distribution,
        version=candidate.version,
        reason=describe(error),
    )
    advice = Message.of("update or uninstall it; everything else goes on without it")
    return NotLoaded.found(Where(), headline, help=advice)


def _hook_failed(plugin: Plugin, hook: str, error: BaseException) -> Diagnostic:
    headline = Message.of(
        "hook `{hook}` of {plugin} failed: {reason}",
        hook=hook,
        plugin=str(plugin),
        reason=describe(error),
    )
    return HookFailed.found(Where(), headline)


def _unknown_hooks(candidate: Candidate, plugin: object) -> Iterator[Diagnostic]:
    """Tell functions marked or named as hooks that are none: pluggy passes over them silently."""
    known = [name for name in vars(hookspecs) if name.startswith("partenariats_")]
    for name in sorted(dir(plugin)):
        marked = hasattr(getattr(plugin, name, None), f"{hookspecs.PROJECT}_impl")
        if name not in known and (marked or name.startswith("partenariats_")):
            close = nearest(name, known)
            headline = Message.of(
                "{distribution} fills a hook `{hook}` that does not exist",
                distribution=candidate.distribution,
                hook=name,
            )
            meant = Message.of("did you mean `{name}`?", name=close) if close else None
            yield UnknownHook.found(Where(), headline, help=meant)
