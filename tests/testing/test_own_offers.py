"""What the core offers passes the tests that plugins must pass."""

from __future__ import annotations

import attrs
import pytest
from markdown_it import MarkdownIt

from partenariats.builtin.exporters.json import JsonExporter
from partenariats.builtin.exporters.markdown import MarkdownExporter
from partenariats.builtin.exporters.text import TextExporter
from partenariats.builtin.importers.json import JsonImporter
from partenariats.builtin.validators import VALIDATORS
from partenariats.interfaces.options import NoOptions
from partenariats.testing import (
    DIFFICULT,
    ExporterConformance,
    ImporterConformance,
    RoundTripConformance,
    ValidatorConformance,
    sample,
)


class TestJson(ExporterConformance):
    """JSON."""

    exporter = JsonExporter


class TestMarkdown(ExporterConformance):
    """Markdown."""

    exporter = MarkdownExporter

    def parts(self, artifact):
        """List the elements of the page that it becomes."""
        page = MarkdownIt("commonmark").render(artifact.content.decode())
        made = attrs.evolve(artifact, content=page.encode(), media_type="text/html")
        return [*super().parts(artifact), *super().parts(made)]


class TestText(ExporterConformance):
    """Plain text."""

    exporter = TextExporter


def exported(name=""):
    """Write a sample as JSON."""
    (artifact,) = JsonExporter(NoOptions()).export(sample(name))
    return artifact.content


class TestJsonImporter(ImporterConformance):
    """JSON."""

    importer = JsonImporter
    contents = tuple(exported(name) for name in ("", *(n for n in DIFFICULT if n != "a thousand")))
    lookalikes = (b'{"format": 1}', b'{"event": {}}', b'{"format": 2, "event": {}}')


class TestJsonBothWays(RoundTripConformance):
    """JSON, out and in again."""

    exporter = JsonExporter
    importer = JsonImporter


RULES = [cls for cls in VALIDATORS if cls.code != "TIM010"]
LAWS = [name for name in dir(ValidatorConformance) if name.startswith("test_")]


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_conforms(rule, law):
    """Each rule of the core passes each standard test."""
    made = type("Conformance", (ValidatorConformance,), {"validator": rule})()
    getattr(made, law)()
