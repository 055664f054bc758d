"""Whether registration is open, and to whom."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from partenariats.model.registration.registrations import Door
from partenariats.model.registration.settings import Access, RegistrationSettings
from partenariats.registration.errors import ClosedError, NotAdmittedError
from partenariats.registration.requests.admission import check_admitted, check_open

DATES = 'opens = 2030-01-01T08:00:00+01:00\ncloses = "14 jours avant, 23 h 59"\n'
OPENS = datetime(2030, 1, 1, 7, tzinfo=UTC)
CLOSES = datetime(2030, 3, 7, 22, 59, tzinfo=UTC)
BEGINS = datetime(2030, 3, 21, 8, tzinfo=UTC)
MOMENT = timedelta(microseconds=1)
DATED = Door(is_open=None)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (OPENS - MOMENT, "registration opens on 2030-01-01 08:00"),
        (OPENS, None),
        (CLOSES - MOMENT, None),
        (CLOSES, "registration closed on 2030-03-07 23:59"),
    ],
)
def test_it_opens_and_closes_to_the_second(programme, now, said):
    """Registration is open from the one instant on, and no more at the other."""
    made = programme(DATES)
    if said is None:
        check_open(made, DATED, now)
        return
    with pytest.raises(ClosedError) as error:
        check_open(made, DATED, now)
    assert str(error.value) == said
    assert error.value.advice is not None


def test_without_dates_it_closes_when_the_event_begins(programme):
    """Nothing declared: open at once, and until the first session begins."""
    made = programme()
    check_open(made, DATED, BEGINS - MOMENT)
    with pytest.raises(ClosedError, match="registration closed on 2030-03-21 09:00"):
        check_open(made, DATED, BEGINS)


def test_a_hand_goes_before_the_dates(programme):
    """Opened by hand it is open on any date, and closed by hand on none."""
    made = programme(DATES)
    check_open(made, Door(is_open=True), CLOSES)
    with pytest.raises(ClosedError, match="registration was closed"):
        check_open(made, Door(is_open=False), OPENS)


@pytest.mark.parametrize("code", ["sésame", " sésame\n", "se\u0301same", "42"])
def test_one_of_the_codes_opens(code):
    """A code is compared whole, in NFC, without the spaces around it."""
    check_admitted(RegistrationSettings(access=Access.CODE, codes=("42", "sésame")), code, None)


@pytest.mark.parametrize("code", [None, "", "Sésame", "sésam", "sésame2", "\ud800", "x" * 10**6])
def test_another_code_does_not_open(code):
    """A near, an odd and an endless code are refused without a word of the right one."""
    settings = RegistrationSettings(access=Access.CODE, codes=("sésame", ""))
    with pytest.raises(NotAdmittedError) as error:
        check_admitted(settings, code, "ada@example.org")
    assert str(error.value) == "the code is missing or wrong"


DOMAIN = RegistrationSettings(access=Access.DOMAIN, domains=("Niort.fr", "münchen.de"))


@pytest.mark.parametrize(
    "email", ["a@niort.fr", "a@NIORT.FR", "a@MÜNCHEN.de", "a@xn--mnchen-3ya.de"]
)
def test_an_address_of_a_domain_opens(email):
    """Case does not count, nor how a domain with accents is written."""
    check_admitted(DOMAIN, None, email)


@pytest.mark.parametrize(
    "email", [None, "", "a@mairie.niort.fr", "a@xniort.fr", "a@niort.fr.evil.org", "niort.fr@b.org"]
)
def test_an_address_elsewhere_does_not_open(email):
    """A part of a domain, and one that only looks like it, are not the domain."""
    with pytest.raises(NotAdmittedError, match=r"registration is for addresses at Niort\.fr, m"):
        check_admitted(DOMAIN, None, email)
