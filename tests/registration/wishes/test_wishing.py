"""Which wishes are taken, and which are refused."""

from __future__ import annotations

import pytest

from partenariats.model.registration.registrations import Wish
from partenariats.registration.changing import AttendeeChange
from partenariats.registration.errors import InvalidRequestError
from partenariats.registration.wishes.wishing import check_wishes, wished_ids

OWN = {"a": 'credits = [{ person = "zoe", role = "facilitator" }]'}


def test_each_round_counts_its_own_ranks(place):
    """The first theme is a first wish, wherever it stands in the list."""
    wishes = check_wishes(place.desk.programme.event, ("b", "eau", " a ", "sols"), None)
    assert wishes == (
        Wish(rank=1, session="b"),
        Wish(rank=1, theme="eau"),
        Wish(rank=2, session="a"),
        Wish(rank=2, theme="sols"),
    )


@pytest.mark.parametrize(
    ("wished", "message"),
    [
        (("c", "nowhere"), "there is no workshop or theme `nowhere` to wish for"),
        (("visite",), "`visite` is not among what people can choose from"),
        (("air",), "the working group on `air` is closed"),
        (("b", "c", "b"), "`b` is wished for twice"),
        (("b", "a"), "`zoe` has a part in `a`, and need not wish for it"),
    ],
)
def test_a_wish_that_nobody_can_have_is_told_by_name(make_place, wished, message):
    """Unknown, no choice, closed, twice, and one's own."""
    event = make_place(**OWN).desk.programme.event
    with pytest.raises(InvalidRequestError) as caught:
        check_wishes(event, wished, "zoe")
    assert str(caught.value) == message


def test_whoever_wishes_wrongly_is_not_registered(place):
    """The field is named, and nothing was changed."""
    with pytest.raises(InvalidRequestError) as caught:
        place.enter("Ada", "ax")
    assert (caught.value.about, list(place.desk.list())) == ("wishes", [])


def test_a_person_of_the_programme_must_be_one(place):
    """An unknown one is told, with the nearest name."""
    with pytest.raises(InvalidRequestError) as caught:
        place.enter("Zoé", person="zoé")
    assert caught.value.advice.say("en") == "did you mean `zoe`?"


def test_wishes_are_changed_all_at_once_and_else_stay(place):
    """Another name keeps wishes and person; wishes anew replace all of them; none takes them."""
    ada = place.enter("Ada", "ab", person="luc")
    seen = []
    for change in (
        AttendeeChange(name="Ada Martin"),
        AttendeeChange(wishes=("c", "eau")),
        AttendeeChange(wishes=()),
        AttendeeChange(person=""),
    ):
        now = place.desk.change(ada, change).attendee
        seen.append((now.name, now.person, wished_ids(now)))
    assert seen == [
        ("Ada Martin", "luc", ("a", "b")),
        ("Ada Martin", "luc", ("c", "eau")),
        ("Ada Martin", "luc", ()),
        ("Ada Martin", None, ()),
    ]


def test_whoever_becomes_a_facilitator_cannot_keep_the_wish_for_its_workshop(make_place):
    """Kept wishes are looked at again when the person is said."""
    place = make_place(**OWN)
    ada = place.enter("Ada", "ab")
    with pytest.raises(InvalidRequestError):
        place.desk.change(ada, AttendeeChange(person="zoe"))
    assert place.desk.change(ada, AttendeeChange(person="zoe", wishes=("b",))).attendee.version == 2
