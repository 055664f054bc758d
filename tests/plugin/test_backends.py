"""What an event's `[registration]` asks for is checked against what is installed."""

from __future__ import annotations

from types import ModuleType

import attrs
import pytest

import partenariats as pa
from partenariats.diagnostics.diagnostic import Severity
from partenariats.interfaces.registration_backend import RegistrationBackend
from partenariats.plugin.backends import check_backend
from partenariats.plugin.hookspecs import hookimpl


@attrs.frozen
class Options:
    """Be the options of a back-end."""

    url: str
    pool: int = 5


class Own(RegistrationBackend[Options]):
    """Keep registrations nowhere."""

    name = "own"
    summary = "nowhere"

    prepare = commit = attendee = registrations_of = waiting = offered = None
    roster = quotas = owner = door = journal = close = forget = None


OWN = ModuleType("own")
OWN.partenariats_registration_backends = hookimpl(lambda: [Own])
TWIN = ModuleType("twin")
TWIN.partenariats_registration_backends = hookimpl(lambda: [Own])


@pytest.fixture
def told(event_file, untranslated):
    """Give a function that says what is told of a registration."""

    def found(registration, *plugins):
        registry = pa.Toolkit(plugins, discover=False).registry
        event = event_file(f"[registration]\n{registration}\n").event
        own = list(check_backend(event, registry))
        assert untranslated(own) == []
        return [
            (d.code, d.severity, str(d.where), str(d.headline), d.help and str(d.help)) for d in own
        ]

    return found


@pytest.mark.parametrize(
    ("use", "headline", "help_"),
    [
        ("sql", "there is no registration back-end `sql`", "run `pip install partenariats-sql`"),
        (
            "memroy",
            "there is no registration back-end `memroy`",
            "did you mean `memory`?",
        ),
        ("xyz", "there is no registration back-end `xyz`", "there are: memory"),
        ("json", "there is no registration back-end `json`", "there are: memory"),
    ],
)
def test_an_unknown_back_end(told, use, headline, help_):
    """It is a warning at its name, with what to install or what is there."""
    assert told(f'use = "{use}"') == [
        ("REG003", Severity.WARNING, "registration.use", headline, help_)
    ]


def test_options_of_an_unknown_back_end_are_not_read(told):
    """One fault is told once."""
    assert [code for code, *_ in told('use = "sql"\noptions = { url = 5 }')] == ["REG003"]


@pytest.mark.parametrize(
    ("options", "places"),
    [
        ('{ url = "x" }', []),
        ('{ url = "x", pool = 3 }', []),
        ("{ url = 5 }", ["registration.options.url"]),
        ('{ url = "x", pol = 3 }', ["registration.options.pol"]),
        ("{ pool = -1 }", ["registration.options.pool", "registration.options"]),
    ],
)
def test_options_point_at_their_line(told, options, places):
    """Each option that does not fit is an error where it stands."""
    found = told(f'use = "own"\noptions = {options}', OWN)
    assert sorted(where for _, _, where, _, _ in found) == sorted(places)
    assert {(code, severity) for code, severity, *_ in found} <= {("PLG005", Severity.ERROR)}


def test_a_name_that_two_offer_cannot_be_used(told):
    """It is told which two."""
    ((code, _, _, headline, help_),) = told('use = "own"', OWN, TWIN)
    assert code == "REG003"
    assert headline.startswith("`own` is offered twice")
    assert help_ == "disable one of them with PARTENARIATS_DISABLED_PLUGINS"


@pytest.mark.parametrize("registration", ["", "capacity = 5", "options = { url = 5 }"])
def test_no_name_asks_for_nothing(told, registration):
    """Registration that names no back-end is told by whoever wants to use it."""
    assert told(registration) == []


def test_a_programme_needs_no_back_end(event_file):
    """Neither an unknown back-end nor its options keep a programme from being made."""
    toolkit = pa.Toolkit([OWN], discover=False)
    for registration in ('use = "sql"', 'use = "own"\noptions = { url = 5 }'):
        document = event_file(f"[registration]\n{registration}\n")
        assert toolkit.resolve(document).event.registration.use is not None
        assert [d.code for d in toolkit.validate(document).diagnostics] != []
