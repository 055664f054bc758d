"""What the loaded plugins offer, by name."""

from __future__ import annotations

import inspect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from partenariats.diagnostics.diagnostic import Diagnostic
from partenariats.diagnostics.rule import code_meant
from partenariats.diagnostics.where import Where
from partenariats.errors import PartenariatsError
from partenariats.interfaces.exporter import Exporter
from partenariats.interfaces.importer import Importer
from partenariats.interfaces.validator import Validator
from partenariats.language.message import Message
from partenariats.language.names import nearest
from partenariats.plugin.known import DISTRIBUTIONS
from partenariats.plugin.manager import Plugin, PluginManager
from partenariats.plugin.rules import BadOffer, NameTwice

if TYPE_CHECKING:
    from partenariats.interfaces.registration_backend import RegistrationBackend

T = TypeVar("T")


class UnknownNameError(PartenariatsError):
    """Nothing usable is offered under a name; `headline` and `advice` say why and what to do."""

    def __init__(self, headline: Message, advice: Message | None) -> None:
        super().__init__("{headline}", headline=headline)
        self.headline: Message = headline
        self.advice: Message | None = advice

    def __str__(self) -> str:
        return f"{self.headline}: {self.advice}" if self.advice else str(self.headline)


@attrs.frozen
class Offer(Generic[T]):
    """Hold a class that a plugin offers under a name."""

    name: str
    cls: type[T]
    plugin: Plugin


@attrs.frozen
class Shelf(Generic[T]):
    """Hold the offers of one kind by name; a name offered twice is kept apart, unusable."""

    kind: Message
    offers: Mapping[str, Offer[T]]
    clashes: Mapping[str, tuple[Plugin, ...]]

    def get(self, name: str) -> Offer[T]:
        """Return what is offered under a name; raise `UnknownNameError` where nothing is."""
        if name in self.offers:
            return self.offers[name]
        if name in self.clashes:
            both = ", ".join(str(plugin) for plugin in self.clashes[name])
            headline = Message.of(
                "`{name}` is offered twice: by {plugins}", name=name, plugins=both
            )
            advice = Message.of("disable one of them with PARTENARIATS_DISABLED_PLUGINS")
            raise UnknownNameError(headline, advice)
        raise UnknownNameError(self._unknown(name), self._advice(name))

    def _unknown(self, name: str) -> Message:
        return Message.of("there is no {kind} `{name}`", kind=self.kind, name=name[:60])

    def _advice(self, name: str) -> Message:
        if name in DISTRIBUTIONS:
            return Message.of("run `pip install {name}`", name=DISTRIBUTIONS[name])
        close = self._meant(name)
        if close is not None:
            return Message.of("did you mean `{name}`?", name=close)
        return Message.of("there are: {names}", names=", ".join(sorted(self.offers)))

    def _meant(self, name: str) -> str | None:
        return nearest(name, [*self.offers, *DISTRIBUTIONS])


class RuleShelf(Shelf[Validator[Any]]):
    """Hold the rules by code; each has a name besides, which somebody may write instead."""

    def _unknown(self, name: str) -> Message:
        return Message.of("there is no rule `{code}`", code=name[:60])

    def _meant(self, name: str) -> str | None:
        return code_meant(name, {code: offer.cls for code, offer in self.offers.items()})


class BackendShelf(Shelf["RegistrationBackend[Any]"]):
    """Hold the registration back-ends; what is missing is said in a sentence of its own."""

    def _unknown(self, name: str) -> Message:
        return Message.of("there is no registration back-end `{name}`", name=name[:60])


class Registry:
    """Ask every plugin what it offers, once: for back-ends when the first is wanted."""

    def __init__(self, manager: PluginManager) -> None:
        self._manager = manager
        self.problems: list[Diagnostic] = []
        self.exporters: Shelf[Exporter[Any]] = self._shelf(
            "partenariats_exporters", Exporter, "name", Message.of("exporter")
        )
        self.importers: Shelf[Importer[Any]] = self._shelf(
            "partenariats_importers", Importer, "name", Message.of("importer")
        )
        rules: Shelf[Validator[Any]] = self._shelf(
            "partenariats_validators", Validator, "code", Message.of("rule")
        )
        self.validators: RuleShelf = RuleShelf(rules.kind, rules.offers, rules.clashes)

    @cached_property
    def registration_backends(self) -> BackendShelf:
        """Give the registration back-ends; most events need none, and they are slow to load."""
        from partenariats.interfaces.registration_backend import RegistrationBackend

        backends: Shelf[RegistrationBackend[Any]] = self._shelf(
            "partenariats_registration_backends",
            RegistrationBackend,
            "name",
            Message.of("registration back-end"),
        )
        return BackendShelf(backends.kind, backends.offers, backends.clashes)

    def _shelf(self, hook: str, base: type[T], key: str, kind: Message) -> Shelf[T]:
        named: dict[str, list[Offer[T]]] = defaultdict(list)
        for plugin, classes in self._manager.call_each(hook):
            for cls in self._classes(plugin, hook, classes, base):
                name = getattr(cls, key, None)
                if isinstance(name, str) and name:
                    named[name].append(Offer(name, cls, plugin))
                else:
                    self.problems.append(_bad_offer(plugin, hook, f"{cls.__name__}.{key}"))
        clashes = {name: offers for name, offers in named.items() if len(offers) > 1}
        self.problems += (_name_twice(kind, name, offers) for name, offers in clashes.items())
        return Shelf(
            kind,
            {name: offers[0] for name, offers in named.items() if len(offers) == 1},
            {name: tuple(offer.plugin for offer in offers) for name, offers in clashes.items()},
        )

    def _classes(self, plugin: Plugin, hook: str, given: Any, base: type[T]) -> Iterator[type[T]]:
        if not isinstance(given, list | tuple):
            self.problems.append(_bad_offer(plugin, hook, type(given).__name__))
            return
        for cls in given:
            if isinstance(cls, type) and issubclass(cls, base) and not inspect.isabstract(cls):
                yield cls
            else:
                self.problems.append(_bad_offer(plugin, hook, repr(cls)[:80]))


def _bad_offer(plugin: Plugin, hook: str, what: str) -> Diagnostic:
    headline = Message.of(
        "{plugin} offers through `{hook}` what cannot be used: {what}",
        plugin=str(plugin),
        hook=hook,
        what=what,
    )
    return BadOffer.found(Where(), headline)


def _name_twice(kind: Message, name: str, offers: Iterable[Offer[Any]]) -> Diagnostic:
    headline = Message.of(
        "{kind} `{name}` is offered by {plugins}; neither is used",
        kind=kind,
        name=name,
        plugins=" + ".join(str(offer.plugin) for offer in offers),
    )
    advice = Message.of("disable one of them with PARTENARIATS_DISABLED_PLUGINS")
    return NameTwice.found(Where(), headline, help=advice)
