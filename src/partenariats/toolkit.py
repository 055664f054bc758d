"""The composition root: plugins, rules, reading and publishing behind a few verbs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.report import InvalidEventError, Report
from partenariats.diagnostics.rule import Rule
from partenariats.diagnostics.where import Where
from partenariats.errors import PartenariatsError
from partenariats.interfaces.exporter import Artifact, Exporter, ExportError
from partenariats.interfaces.importer import ImportCrashError, Imported, UnreadableError
from partenariats.interfaces.options import InvalidOptionsError, options_class, read_options
from partenariats.interfaces.validator import CheckContext
from partenariats.language.message import Message
from partenariats.model.clock import now
from partenariats.model.collector import collector_at_rest
from partenariats.model.event import Event, Output
from partenariats.model.programme import Programme
from partenariats.model.timeline import Timeline
from partenariats.plugin import rules as plugin_rules
from partenariats.plugin.backends import check_backend
from partenariats.plugin.checking import check
from partenariats.plugin.discovery import Candidate, from_file, installed, wanted_but_missing
from partenariats.plugin.importing import read, reader_of, recognize
from partenariats.plugin.manager import PluginManager, describe
from partenariats.plugin.outputs import check_outputs
from partenariats.plugin.registry import Offer, Registry
from partenariats.publishing.files import publish, stale
from partenariats.publishing.targets import place
from partenariats.publishing.verifying import UnverifiableError, Verification, find_losses
from partenariats.source import rules as source_rules
from partenariats.source.document import Document, load, parse
from partenariats.source.ignores import apply_ignores
from partenariats.source.writer import write
from partenariats.version import __version__

if TYPE_CHECKING:
    from partenariats.model.registration.registrations import Registration
    from partenariats.registration.desk import RegistrationDesk


class NoBackendError(PartenariatsError):
    """An event file names no registration back-end."""

    advice: Message = Message.of(
        'add `use = "sql"` to its table `[registration]`, and `pip install partenariats-sql`'
    )

    def __init__(self) -> None:
        super().__init__("the event file names no registration back-end")


@attrs.frozen
class Failure:
    """Say which output could not be made, and why."""

    output: str
    error: ExportError


@attrs.frozen
class Built:
    """List the files a build wrote, and the outputs it could not make."""

    written: tuple[Path, ...]
    failed: tuple[Failure, ...]


def _quiet(_step: str) -> None:
    """Say nothing of the progress of a build."""


class Toolkit:
    """Offer every verb of the library over a set of plugins.

    `plugins` are modules or objects that fill hooks, or paths of Python files that do; with
    `discover`, those of installed distributions come first. Nothing is loaded before it is
    needed.
    """

    load = staticmethod(load)
    parse = staticmethod(parse)
    write = staticmethod(write)

    def __init__(self, plugins: Iterable[object] = (), *, discover: bool = True) -> None:
        self._given = tuple(plugins)
        self._discover = discover

    @cached_property
    def manager(self) -> PluginManager:
        """Give the loaded plugins, the built-in one first."""
        manager = PluginManager()
        manager.load(_builtin())
        for candidate in installed() if self._discover else ():
            manager.load(candidate)
        for name in wanted_but_missing() if self._discover else ():
            manager.miss(name)
        for plugin in self._given:
            manager.load(_candidate(plugin))
        return manager

    @cached_property
    def registry(self) -> Registry:
        """Give what the plugins offer, by name."""
        return Registry(self.manager)

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """Give what is wrong with plugins, so far as it is known by now."""
        registry = self.registry
        return (*self.manager.problems, *registry.problems)

    @cached_property
    def rules(self) -> Mapping[str, type[Rule]]:
        """Give the catalogue of rules, by code."""
        validators = (offer.cls for offer in self.registry.validators.offers.values())
        importers = (offer.cls for offer in self.registry.importers.offers.values())
        of_importers = (rule for importer in importers for rule in importer.rules)
        found = (*source_rules.RULES, *plugin_rules.RULES, *validators, *of_importers)
        return {rule.code: rule for rule in sorted(found, key=lambda rule: rule.code)}

    def validate(self, source: Document | Event, language: str = "en") -> Report:
        """Check an event with every rule; never raise for what it says.

        An event that was not read from a text has no positions.
        """
        return self._check(source, language)[0]

    def resolve(self, source: Document | Event) -> Programme:
        """Make the programme of an event.

        Raise `InvalidEventError` if it has errors; those of its outputs do not count here.
        """
        report, timeline = self._check(source, only_errors=True)
        grave = (d for d in report.diagnostics if d.severity is Severity.ERROR)
        if timeline is None or any(not d.code.startswith("PLG") for d in grave):
            raise InvalidEventError(self.validate(source))
        return Programme.of(timeline)

    def export(
        self, programme: Programme, name: str, options: Mapping[str, Any] | None = None
    ) -> tuple[Artifact, ...]:
        """Make the files of one exporter; write nothing.

        Raise `UnknownNameError`, `InvalidOptionsError`, or `ExportError` where it fails.
        """
        offer = self.registry.exporters.get(name)
        read = read_options(options_class(offer.cls), options or {}, Where())
        if isinstance(read, tuple):
            raise InvalidOptionsError(name, read)
        return self._run(offer, offer.cls(read), programme)

    def build(
        self,
        source: str | Path | Document,
        to: str | Path | None = None,
        tell: Callable[[str], None] = _quiet,
    ) -> Built:
        """Make every output of an event file, then put all into place below a folder.

        `source` is its path or what was read from it. The folder is `build` beside the file
        unless `to` names another. `tell` hears of each output before it is made. Raise
        `InvalidEventError` before anything is written, and `UnwritableError` with what was there
        untouched.
        """
        document = source if isinstance(source, Document) else load(source)
        artifacts, failed = self._make(document, tell)
        written = publish(artifacts, _folder(document, to)) if artifacts else ()
        return Built(written, failed)

    def stale(self, source: str | Path | Document, to: str | Path | None = None) -> Built:
        """List the files that a build would write anew because they are missing or differ."""
        document = source if isinstance(source, Document) else load(source)
        artifacts, failed = self._make(document, _quiet)
        return Built(stale(artifacts, _folder(document, to)), failed)

    def import_(
        self, content: bytes, name: str | None = None, options: Mapping[str, Any] | None = None
    ) -> Imported:
        """Read an event from another format, named or recognised.

        Raise `UnreadableError` when it is not that format, `UnknownNameError` for the name,
        `InvalidOptionsError` for the options, `ImportCrashError` where an importer breaks down.
        """
        shelf = self.registry.importers
        offer = recognize(self.registry, content) if name is None else shelf.get(name)
        return read(offer, content, options or {})

    def verify(
        self, programme: Programme, name: str, artifacts: tuple[Artifact, ...]
    ) -> Verification:
        """Read what an exporter made of a programme again, and tell what was lost or changed.

        The importer is one of the exporter's plugin. Raise `UnverifiableError` where none takes
        the file for its own, or several files were made, and `ExportError` where it cannot be read.
        """
        offer = self.registry.exporters.get(name)
        if len(artifacts) != 1:
            raise UnverifiableError(
                "`{name}` made {count} files: only one that holds all can be verified",
                name=name,
                count=len(artifacts),
            )
        reader = reader_of(self.registry, offer, artifacts[0].content)
        if reader is None:
            raise UnverifiableError(
                "`{name}` cannot be verified: no importer of {plugin} reads what it writes",
                name=name,
                plugin=offer.plugin.distribution,
            )
        try:
            event = read(reader, artifacts[0].content, {}).event
        except (UnreadableError, ImportCrashError, InvalidEventError) as error:
            raise ExportError(
                "importer `{importer}` cannot read what `{name}` wrote: {reason}",
                importer=reader.name,
                name=name,
                reason=error,
            ) from error
        return Verification(reader.name, find_losses(programme, offer.cls, event))

    def registration(
        self, programme: Programme, folder: str | Path = ".", *, by: str = ""
    ) -> RegistrationDesk:
        """Return the desk of an event, over the back-end that its file names.

        Relative paths of the back-end start from `folder`, that of the event file. `by` enters the
        journal as who did what is done. Raise `NoBackendError` where the file names none,
        `UnknownNameError` for its name, `InvalidOptionsError` for its options.
        """
        from uuid import uuid4

        from partenariats.plugin.guarding import guarded
        from partenariats.registration.desk import RegistrationDesk

        settings = programme.event.registration
        if settings.use is None:
            raise NoBackendError
        offer = self.registry.registration_backends.get(settings.use)
        where = Where() / "registration" / "options"
        read = read_options(options_class(offer.cls), settings.options, where)
        if isinstance(read, tuple):
            raise InvalidOptionsError(offer.name, read)
        return RegistrationDesk(
            programme=programme,
            backend=guarded(offer)(read, programme.event.id, Path(folder)),
            now=now,
            new_key=lambda: uuid4().hex,
            tell=self._registration_changed,
            by=by,
        )

    def _registration_changed(
        self, registrations: tuple[Registration, ...], programme: Programme
    ) -> None:
        for _ in self.manager.call_each(
            "partenariats_registration_changed", registrations=registrations, programme=programme
        ):
            pass

    @collector_at_rest()
    def _check(
        self, source: Document | Event, language: str = "en", *, only_errors: bool = False
    ) -> tuple[Report, Timeline | None]:
        if isinstance(source, Event):
            event, name, locator = source, str(source.id), None
        elif source.found is not None:
            event, name, locator = source.found, source.name, source.locator
        else:
            faults = (*self.problems, *source.faults)
            return Report.of(faults, source.name, source.locator, rules=self.rules), None
        timeline = Timeline.of(event) if isinstance(source, Event) else source.timeline
        context = CheckContext(
            language=language,
            exporters={o.name: o.cls for o in self.registry.exporters.offers.values()},
        )
        found = list(check(timeline, context, self.registry, only_errors=only_errors))
        found += check_outputs(event, self.registry)
        found += check_backend(event, self.registry)
        kept, hidden = apply_ignores(event, found, self.rules)
        return Report.of((*self.problems, *kept), name, locator, hidden, self.rules), timeline

    def _make(
        self, document: Document, tell: Callable[[str], None]
    ) -> tuple[tuple[Artifact, ...], tuple[Failure, ...]]:
        report, timeline = self._check(document, only_errors=True)
        if timeline is None or report.has_errors:
            raise InvalidEventError(self.validate(document))
        programme = Programme.of(timeline)
        made: list[Artifact] = []
        failed: list[Failure] = []
        for output in document.event.outputs:
            tell(output.use)
            try:
                made += place(self._export_output(programme, output), output.to)
            except ExportError as error:
                failed.append(Failure(output.to or output.use, error))
        return tuple(made), tuple(failed)

    def _export_output(self, programme: Programme, output: Output) -> tuple[Artifact, ...]:
        if output.language is not None:
            programme = programme.in_language(output.language)
        return self.export(programme, output.use, output.options)

    def _run(
        self, offer: Offer[Exporter[Any]], exporter: Exporter[Any], programme: Programme
    ) -> tuple[Artifact, ...]:
        arguments = {"exporter": exporter, "programme": programme}
        try:
            made = _artifacts(self.manager.call_first("partenariats_run_export", **arguments))
        except ExportError:
            raise
        except Exception as error:
            raise ExportError(
                "exporter `{name}` of {plugin} crashed: {reason}",
                name=offer.name,
                plugin=offer.plugin,
                reason=describe(error),
            ) from error
        for _ in self.manager.call_each(
            "partenariats_exported", artifacts=made, programme=programme
        ):
            pass
        return made


def _artifacts(made: Iterable[object]) -> tuple[Artifact, ...]:
    """Return what an exporter made; raise `TypeError` where it is something else."""
    found = tuple(made)
    for item in found:
        if not isinstance(item, Artifact):
            raise TypeError(f"not an Artifact: {type(item).__name__}")
    return tuple(item for item in found if isinstance(item, Artifact))


def _folder(document: Document, to: str | Path | None) -> Path:
    return Path(document.name).parent / "build" if to is None else Path(to)


def _builtin() -> Candidate:
    def load_builtin() -> object:
        from partenariats.builtin import plugin

        return plugin

    return Candidate(
        name="builtin", distribution="partenariats", version=__version__, load=load_builtin
    )


def _candidate(plugin: object) -> Candidate:
    if isinstance(plugin, str | Path):
        return from_file(plugin)
    name = getattr(plugin, "__name__", type(plugin).__name__)
    return Candidate(name=name, distribution=name, version="", load=lambda: plugin)
