"""For whoever tests a plugin: events that make trouble, and what every plugin must do.

Needs pytest and Hypothesis: install `partenariats[testing]`.
"""

from partenariats.testing.event_file import CheckedFile, event_file
from partenariats.testing.exporters import ExporterConformance, RoundTripConformance
from partenariats.testing.golden import assert_golden
from partenariats.testing.importers import ImporterConformance
from partenariats.testing.plugins import check_plugin
from partenariats.testing.registration_backends import RegistrationBackendConformance
from partenariats.testing.samples import DIFFICULT, sample
from partenariats.testing.strategies import events, programmes
from partenariats.testing.validators import ValidatorConformance

__all__ = [
    "DIFFICULT",
    "CheckedFile",
    "ExporterConformance",
    "ImporterConformance",
    "RegistrationBackendConformance",
    "RoundTripConformance",
    "ValidatorConformance",
    "assert_golden",
    "check_plugin",
    "event_file",
    "events",
    "programmes",
    "sample",
]
