"""Who and why are plain lines before they enter a journal that is never changed."""

from __future__ import annotations

import attrs
import pytest

from partenariats.registration.errors import InvalidRequestError
from partenariats.registration.requests.signature import LONGEST_BY, LONGEST_WHY
from partenariats.testing.backends.desks import request_of


def test_who_and_why_enter_the_journal_as_lines(make_desk):
    """Spaces stand once, line ends become spaces, and letters are composed."""
    desk = attrs.evolve(make_desk(), by="  Zoe\u0308\nMartin ")
    desk.close(why="plus\tde  place")
    *_, last = desk.log()
    assert (last.change.by, last.change.why) == ("Zoë Martin", "plus de place")


@pytest.mark.parametrize(
    ("by", "why", "said"),
    [
        ("a\x1b[31m", "", "the name of who does this holds characters that cannot be shown"),
        ("a\udce9", "", "the name of who does this holds characters that cannot be shown"),
        ("", "a\udce9", "the reason why this is done holds characters that cannot be shown"),
        (
            "é" * (LONGEST_BY + 1),
            "",
            "the name of who does this is too long: 201 characters, 200 at most",
        ),
        (
            "",
            "é" * (LONGEST_WHY + 1),
            "the reason why this is done is too long: 2001 characters, 2000 at most",
        ),
    ],
)
def test_what_no_journal_can_hold_is_refused(make_desk, by, why, said):
    """Nothing is changed, and it is said what to do."""
    plain = make_desk()
    before = list(plain.log())
    desk = attrs.evolve(plain, by=by)
    for work in (
        lambda: desk.close(why=why),
        lambda: desk.register(request_of("Ada"), why=why),
        lambda: desk.promote(why=why),
    ):
        with pytest.raises(InvalidRequestError) as caught:
            work()
        assert str(caught.value) == said
        assert caught.value.advice is not None
    assert list(plain.log()) == before


def test_the_longest_are_kept(make_desk):
    """The border itself is within."""
    desk = attrs.evolve(make_desk(), by="é" * LONGEST_BY)
    desk.close(why="é" * LONGEST_WHY)
    *_, last = desk.log()
    assert (len(last.change.by), len(last.change.why)) == (LONGEST_BY, LONGEST_WHY)
