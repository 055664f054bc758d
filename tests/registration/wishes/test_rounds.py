"""What is offered together is read off the programme."""

from __future__ import annotations

import pytest

from partenariats.model.registration.registrations import Wish
from partenariats.registration.wishes.rounds import UnknownRoundError, rounds_named, rounds_of


def test_sessions_with_several_workshops_or_groups_are_rounds(place):
    """They are named by the session; a closed group is not offered."""
    rounds = rounds_of(place.desk.programme.event)
    assert [(one.id, [choice.id for choice in one.choices]) for one in rounds] == [
        ("ateliers", ["a", "b", "c"]),
        ("bilan", ["g-eau", "g-sols"]),
    ]


def test_groups_are_wished_for_by_their_theme_and_workshops_by_their_id(place):
    """Wishes of another round say nothing, and the rank decides, not the place in the list."""
    wishes = (Wish(rank=2, session="a"), Wish(rank=1, session="b"), Wish(rank=1, theme="sols"))
    assert place.workshops.wished(wishes) == ("b", "a")
    assert place.groups.wished(wishes) == ("g-sols",)


def test_a_theme_with_two_groups_stands_for_both(make_place):
    """They come in the order of the event file."""
    more = '[[working_groups]]\nid = "g-eau-2"\ntheme = "eau"\nformed_in = "bilan"'
    groups = make_place(more=more).groups
    wishes = (Wish(rank=1, theme="eau"), Wish(rank=2, theme="sols"))
    assert groups.wished(wishes) == ("g-eau", "g-eau-2", "g-sols")


def test_members_of_a_group_have_places_of_it(make_place):
    """What is left is for others; who leads it is there as well."""
    more = (
        '[[working_groups]]\nid = "g-2"\ntheme = "sols"\nformed_in = "bilan"\ncapacity = 5\n'
        'lead = "zoe"\nmembers = ["luc"]'
    )
    choice = make_place(more=more).groups.choice("g-2")
    assert (choice.capacity, choice.people) == (4, {"zoe", "luc"})


@pytest.mark.parametrize(
    ("name", "advice"),
    [("atelier", "did you mean `ateliers`?"), ("x", "there are: ateliers, bilan")],
)
def test_an_unknown_round_is_told_with_those_there_are(place, name, advice):
    """The nearest name is offered, else all of them."""
    with pytest.raises(UnknownRoundError) as caught:
        rounds_named(place.desk.programme.event, name)
    assert caught.value.advice.say("en") == advice
