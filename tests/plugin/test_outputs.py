"""What an event's `[[outputs]]` ask for is checked before anything is made."""

from __future__ import annotations

from types import ModuleType

import attrs
import pytest

import partenariats as pa
from partenariats.interfaces.exporter import Exporter
from partenariats.plugin.hookspecs import hookimpl
from partenariats.plugin.outputs import check_outputs


@attrs.frozen
class Options:
    """Be the options of an exporter."""

    strict: bool = False


class Own(Exporter[Options]):
    """Something of one's own."""

    name = "own"
    summary = "something"
    media_type = "text/plain"
    suffix = ".txt"

    def export(self, programme):
        """Make nothing."""
        return ()


OWN = ModuleType("own")
OWN.partenariats_exporters = hookimpl(lambda: [Own])


@pytest.fixture
def check(event_file, untranslated):
    """Give a function that checks outputs with the core's own exporters."""
    registry = pa.Toolkit([OWN], discover=False).registry

    def told(*outputs):
        event = event_file("".join(f"[[outputs]]\n{output}\n" for output in outputs)).event
        found = list(check_outputs(event, registry))
        assert untranslated(found) == []
        return [
            (
                *(d.code, str(d.where), str(d.headline), d.help and str(d.help)),
                *((str(other.where), str(other.label)) for other in d.related),
            )
            for d in found
        ]

    return told


@pytest.mark.parametrize(
    "outputs",
    [
        ('use = "json"', 'use = "markdown"'),
        ('use = "json"', 'use = "json"\nto = "a.json"'),
        ('use = "json"', 'use = "json"\nto = "a/"'),
        ('use = "json"\nto = "a/b.txt"', 'use = "json"\nto = "a/c.txt"'),
    ],
)
def test_outputs_that_can_be_made_are_no_problem(check, outputs):
    """Each exporter has a name of its own to write to, and `to` gives others."""
    assert check(*outputs) == []


def test_an_unknown_exporter_is_told_and_the_next_output_checked(check):
    """The place is that of the name."""
    assert check('use = "jsn"', 'use = "json"\nto = "/a"') == [
        ("PLG004", "outputs[0].use", "there is no exporter `jsn`", "did you mean `json`?"),
        ("PLG008", "outputs[1].to", "a target is a path below the output folder", None),
    ]


def test_options_that_do_not_fit_are_told_each_at_its_place(check):
    """An exporter without options takes none; what is wrong with the target is told as well."""
    assert check('use = "text"\nto = "../a"\noptions = { b = 1, a = 1 }') == [
        ("PLG005", "outputs[0].options.a", "`a` is not known here", None),
        ("PLG005", "outputs[0].options.b", "`b` is not known here", None),
        ("PLG008", "outputs[0].to", "`../a` leads out of the output folder", None),
    ]


def test_an_option_comes_with_its_advice(check):
    """What an option takes is said as it is for any other key."""
    told = ("expected true or false, found a text", "write `true` or `false`, without quotes")
    assert check('use = "own"\noptions = { strict = "no" }') == [
        ("PLG005", "outputs[0].options.strict", *told)
    ]


@pytest.mark.parametrize(
    ("first", "second", "places", "name"),
    [
        ('use = "json"', 'use = "json"', ("outputs[0]", "outputs[1]"), "example.json"),
        (
            'use = "json"',
            'use = "text"\nto = "EXAMPLE.json"',
            ("outputs[0]", "outputs[1].to"),
            "EXAMPLE.json",
        ),
        (
            'use = "json"\nto = "a/"',
            'use = "json"\nto = "a/example.json"',
            ("outputs[0].to", "outputs[1].to"),
            "a/example.json",
        ),
    ],
)
def test_two_outputs_of_one_file_point_at_each_other(check, first, second, places, name):
    """A file is written once, whatever letters and folders it is asked for with."""
    assert check(first, second) == [
        (
            "PLG008",
            places[1],
            f"two outputs go to `{name}`",
            "give one of them another name with `to`",
            (places[0], "the other one is here"),
        )
    ]
