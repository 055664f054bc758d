"""The pages about Python: public names, interfaces of plugins, hooks."""

from __future__ import annotations

import inspect
from typing import Final

import partenariats
from generate.describe import (
    class_section,
    docstring,
    field_texts,
    function_section,
    signature_block,
)
from partenariats import testing
from partenariats.diagnostics import diagnostic, rule, where
from partenariats.interfaces import (
    attendee_text,
    exporter,
    importer,
    journal_text,
    options,
    redaction,
    registration_backend,
    validator,
    wording,
)
from partenariats.language import message
from partenariats.model.registration import attendance, registrations
from partenariats.plugin import hookspecs
from partenariats.testing import samples

_API: Final = """# Public API

`import partenariats as pa` gives the names of the first part; nothing is loaded before a name is
used. `partenariats.testing`, the second part, needs `pip install partenariats[testing]`. For how
long these names hold, see [What is public](../explanation/what-is-public.md).
"""
_INTERFACES: Final = """# Interfaces

The shapes that a plugin fills. A plugin imports them from the module named above each; of
partenariats it may import `model`, `language`, `diagnostics`, `interfaces`, `errors` and
`partenariats.plugin.hookimpl`, nothing else. [Hooks](hooks.md) say how they are offered.
"""
_HOOKS: Final = """# Hooks

A plugin is a module whose functions bear the names of hooks and are marked with `hookimpl`. It is
found by its entry point in the group `partenariats`.

{{code-block}}

**Provider hooks** take nothing and return classes. They are called plugin by plugin: those of the
core first, the others in the order of their names. One that raises is told (`PLG007`) and the
others go on. A name that is no hook is told too ([PLG002](rules/PLG002.md)).

Hooks that only **learn** of something are called once it is done: an artifact is made, a change of
registrations is kept for good. One that raises is told, and undoes nothing.
"""
_EXAMPLE: Final = """```python
from partenariats.plugin import hookimpl


@hookimpl
def partenariats_exporters():
    return []
```"""
_SHAPES: Final = {
    exporter: ("Exporter", "Artifact", "ExportError"),
    importer: ("Importer", "Imported", "ImportCrashError", "UnreadableError"),
    validator: ("Validator", "CheckContext"),
    registration_backend: (
        "RegistrationBackend",
        "Batch",
        "Committed",
        "Declined",
        "Reason",
        "BackendError",
        "OldStoreError",
    ),
    journal_text: ("change_text", "read_change"),
    redaction: ("Redaction", "redacting", "redacted"),
    attendee_text: ("answers_text", "read_answers", "details_text", "with_details"),
    registrations: (
        "Attendee",
        "Registration",
        "RegistrationState",
        "Quota",
        "Capacity",
        "Door",
        "Wish",
        "Consent",
        "CheckIn",
        "Exported",
        "Change",
        "JournalEntry",
        "RosterLine",
    ),
    attendance: ("Attendance", "AttendanceLine"),
    rule: ("Rule",),
    message: ("Message",),
    diagnostic: ("Diagnostic", "Severity", "Related"),
    where: ("Where", "Span"),
    options: ("NoOptions", "InvalidOptionsError", "options_class", "read_options"),
    wording: ("Wording",),
}


def api_page() -> str:
    """Return the page of every public name."""
    parts = [_API.rstrip()]
    for module in (partenariats, testing):
        parts.append(f"## `{module.__name__}`")
        parts += (_section(getattr(module, name), name) for name in module.__all__)
    return "\n\n".join(parts) + "\n"


def interfaces_page() -> str:
    """Return the page of the shapes that plugins fill, and of what they are given with them."""
    parts = [_INTERFACES.rstrip()]
    for module, names in _SHAPES.items():
        parts.append(f"## `{module.__name__}`")
        parts += (_section(getattr(module, name), name) for name in names)
    return "\n\n".join(parts) + "\n"


def hooks_page() -> str:
    """Return the page of the hooks."""
    parts = [_HOOKS.replace("{{code-block}}", _EXAMPLE).rstrip()]
    for name, function in hooks().items():
        parts += [f"## `{name}`", signature_block(function, name), docstring(function)]
        if getattr(function, "partenariats_spec", {}).get("firstresult"):
            parts.append("It has one result, and may be wrapped: `@hookimpl(wrapper=True)`.")
    return "\n\n".join(parts) + "\n"


def hooks() -> dict[str, object]:
    """Return every hook by its name."""
    return {
        name: function
        for name, function in vars(hookspecs).items()
        if name.startswith("partenariats_")
    }


def _section(thing: object, name: str) -> str:
    if inspect.isclass(thing):
        return class_section(thing, "###")
    if inspect.isfunction(thing):
        return function_section(thing, "###")
    return f"### `{name}`\n\n{_beside(name)}"


def _beside(name: str) -> str:
    """Return the text below a constant of `partenariats.testing`."""
    return field_texts(samples)[name]
