"""Describe functions and classes of Python in Markdown."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from types import ModuleType
from typing import Any

import attrs


def signature(function: Callable[..., Any], name: str) -> str:
    """Return how a function is called, with its types as the source writes them."""
    found = inspect.signature(function)
    hidden = [parameter for parameter in found.parameters if parameter in {"self", "cls"}]
    kept = [value for key, value in found.parameters.items() if key not in hidden]
    said = str(found.replace(parameters=kept))
    said = re.sub(r"<function (\w+) at 0x[0-9a-f]+>", r"\1", said)
    return name + re.sub(r"(: |-> )'([^']*)'", r"\1\2", said)


def signature_block(function: Callable[..., Any], name: str) -> str:
    """Return a block that shows how a function is called, one parameter a line where it is long."""
    said = signature(function, name)
    if len(said) > 88:  # noqa: PLR2004  # what a page shows without scrolling
        head, _, rest = said.partition("(")
        inside, _, tail = rest.rpartition(")")
        lines = "".join(f"    {part},\n" for part in _split(inside))
        said = f"{head}(\n{lines}){tail}"
    return f"```{{code-block}} python\n:class: signature\n\n{said}\n```"


def _split(parameters: str) -> Iterator[str]:
    """Split parameters at the commas that stand in no bracket."""
    depth = 0
    part = ""
    for character in parameters:
        depth += (character in "([{") - (character in ")]}")
        if character == "," and not depth:
            yield part.strip()
            part = ""
        else:
            part += character
    yield part.strip()


def docstring(thing: object) -> str:
    """Return what a thing says of itself."""
    return inspect.cleandoc(getattr(thing, "__doc__", None) or inspect.getdoc(thing) or "")


def first_sentence(thing: object) -> str:
    """Return the first line of what a thing says of itself."""
    return docstring(thing).partition("\n")[0]


def field_texts(thing: type[Any] | ModuleType) -> dict[str, str]:
    """Return what the texts below the fields of a class, or below a module's names, say."""
    if isinstance(thing, ModuleType):
        return dict(_texts(ast.parse(inspect.getsource(thing)).body))
    found: dict[str, str] = {}
    for base in reversed(thing.__mro__):
        if base.__module__.startswith("partenariats"):
            (tree,) = ast.parse(textwrap.dedent(inspect.getsource(base))).body
            found |= dict(_texts(tree.body if isinstance(tree, ast.ClassDef) else []))
    return found


def _texts(body: Sequence[ast.stmt]) -> Iterator[tuple[str, str]]:
    for field, after in pairwise(body):
        is_text = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
        if is_text and isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            yield field.target.id, inspect.cleandoc(str(after.value.value))


def class_section(cls: type[Any], level: str) -> str:
    """Return the section of a class: what it is, its fields, its methods."""
    parts = [f"{level} `{cls.__name__}`", *_call(cls), docstring(cls)]
    fields = list(_fields(cls))
    if fields:
        parts.append("\n".join(["| field | type | |", "|---|---|---|", *fields]))
    parts += [f"`{said}`\n: {text}" for said, text in _members(cls)]
    return "\n\n".join(parts)


def function_section(function: Callable[..., Any], level: str) -> str:
    """Return the section of a function: how it is called, what it does."""
    name = function.__name__
    return f"{level} `{name}`\n\n{signature_block(function, name)}\n\n{docstring(function)}"


def _call(cls: type[Any]) -> Iterator[str]:
    own = "__init__" in vars(cls) and not attrs.has(cls)
    if own and not issubclass(cls, BaseException):
        yield signature_block(cls.__init__, cls.__name__).replace(" -> None", "")


def field_types(cls: type[Any]) -> dict[str, str]:
    """Return the types of an attrs class's fields as written.

    Whoever resolves the types of such a class does so for everybody: they may be others by now.
    """
    written = {
        name: str(kind)
        for base in reversed(cls.__mro__)
        for name, kind in vars(base).get("__annotations__", {}).items()
    }
    return {field.name: written[field.name] for field in attrs.fields(cls)}


def _fields(cls: type[Any]) -> Iterator[str]:
    """Give a row for each field, of an attrs class or one that is only declared."""
    texts = field_texts(cls)
    if attrs.has(cls):
        types = field_types(cls)
    else:
        types = {name: str(kind) for name, kind in vars(cls).get("__annotations__", {}).items()}
    for name, kind in types.items():
        if not name.startswith("_"):
            said = kind.replace("ClassVar[", "").removesuffix("]") if "ClassVar" in kind else kind
            said = said.replace("|", "\\|")
            yield f"| `{name}` | `{said}` | {' '.join(texts.get(name, '').split())} |"


def _members(cls: type[Any]) -> Iterator[tuple[str, str]]:
    for name, member in vars(cls).items():
        if name.startswith("_"):
            continue
        function = getattr(member, "__func__", member)
        if isinstance(member, property):
            kind = str((member.fget.__annotations__ if member.fget else {}).get("return", ""))
            yield f"{name}: {kind}", _indented(docstring(member))
        elif hasattr(member, "func"):  # a cached property
            yield f"{name}: {member.func.__annotations__['return']}", _indented(docstring(member))
        elif inspect.isfunction(function):
            yield signature(function, name), _indented(docstring(function))


def _indented(text: str) -> str:
    return textwrap.indent(text, "  ").strip()
