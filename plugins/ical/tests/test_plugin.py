"""The plugin passes the tests that every plugin must pass."""

from __future__ import annotations

from partenariats.testing import ExporterConformance, check_plugin
from partenariats_ical.exporter import ICalExporter


def test_the_plugin_is_as_plugins_must_be():
    """Names, hooks, import time, imports and options are in order."""
    check_plugin("ical")


class TestICal(ExporterConformance):
    """Hold the standard tests of exporters for iCalendar."""

    exporter = ICalExporter
