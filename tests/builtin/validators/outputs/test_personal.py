"""Personal data in outputs that everybody may read."""

from __future__ import annotations

import attrs
import pytest

import partenariats as pa
from partenariats.builtin.validators.outputs.personal import PersonalData
from partenariats.interfaces.exporter import Exporter
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext
from partenariats.model.event import Output, Visibility
from partenariats.model.timeline import Timeline

PERSON = '[[people]]\nid = "anne"\nname = "Anne"\n'
THEME = '[[themes]]\nid = "eau"\ntitle = "Eau"\n'
GROUP = THEME + '[[working_groups]]\nid = "g"\ntheme = "eau"\n'
TOPIC = '[[topics]]\nid = "t"\ntitle = "T"\n'
CREDIT = (
    '[[days]]\nid = "j"\ndate = 2022-03-25\n[[{table}]]\nid = "a"\ntitle = "A"\nday = "j"\n'
    'start = "9:00"\ncredits = [{{ person = "anne" }}]\n'
)
CREDITED = PERSON + CREDIT.format(table="sessions")
UNCREDITED = "people whom no session credits"


def found(event_file, fragment, output='use = "json"'):
    """List what the rule finds."""
    text = f"{fragment}[[outputs]]\n{output}\n"
    report = pa.Toolkit(discover=False).validate(event_file(text))
    return [d for d in report.diagnostics if d.code == "PLG009"]


@pytest.mark.parametrize(
    ("fragment", "what", "places"),
    [
        ("", None, []),
        (CREDITED, None, []),
        (PERSON + CREDIT.format(table="workshops"), None, []),
        (PERSON + GROUP + 'lead = "anne"\n', None, []),
        (PERSON, UNCREDITED, ["people[0]"]),
        (CREDITED + '[[people]]\nid = "b"\nname = "B"\n', UNCREDITED, ["people[1]"]),
        (CREDITED + TOPIC, None, []),
        (CREDITED + GROUP, None, []),
        (
            CREDITED + TOPIC + 'proposed_by = "anne"\n',
            "`topics.proposed_by`",
            ["topics[0].proposed_by"],
        ),
        (
            CREDITED + GROUP + 'members = ["anne"]\n',
            "`working_groups.members`",
            ["working_groups[0].members"],
        ),
        (
            PERSON + "confirmed = false\n" + GROUP + 'members = ["anne"]\n',
            "`people.confirmed`, `working_groups.members` and people whom no session credits",
            ["people[0].confirmed", "people[0]", "working_groups[0].members"],
        ),
    ],
)
def test_what_is_personal_is_named_and_shown(event_file, fragment, what, places):
    """Each kind of personal data is named once, with the first place where it is."""
    told = found(event_file, fragment)
    said = [str(d.headline) for d in told]
    assert said == ([f"public output `json` holds personal data: {what}"] if what else [])
    assert [str(related.where) for d in told for related in d.related] == places


@pytest.mark.parametrize(
    ("output", "where"),
    [
        ('use = "json"', ["outputs[0].use"]),
        ('use = "json"\nvisibility = "public"', ["outputs[0].use"]),
        ('use = "json"\nvisibility = "staff"', []),
        ('use = "text"', []),
        ('use = "markdown"', []),
        ('use = "unknown"', []),
    ],
)
def test_only_public_outputs_that_carry_it_are_told(event_file, output, where):
    """An output for staff, or one that prints no more than credits, is free of it."""
    assert [str(d.where) for d in found(event_file, PERSON, output)] == where


class Partial(Exporter[NoOptions]):
    """An exporter that has no place for topics, and says nothing of the rest."""

    name = "partial"
    omits = frozenset({"topics"})

    def export(self, programme):
        """Make nothing."""
        return ()


def test_a_table_that_is_omitted_holds_nothing_personal(event_file):
    """Of a table that an exporter omits as a whole nobody is published."""
    text = PERSON + TOPIC + 'proposed_by = "anne"\n[[outputs]]\nuse = "partial"\n'
    timeline = Timeline.of(event_file(text).event)
    context = CheckContext(exporters={"partial": Partial})
    (told,) = PersonalData(NoOptions()).check(timeline, context)
    assert str(told.headline) == f"public output `partial` holds personal data: {UNCREDITED}"


def test_an_output_planted_in_the_clean_event(plant):
    """Publishing everything to everybody gives one diagnostic, for staff none."""

    def publish(visibility):
        output = Output(use="json", visibility=visibility)
        return plant(lambda event: attrs.evolve(event, outputs=(output,)))

    assert publish(Visibility.PUBLIC) == ["PLG009"]
    assert publish(Visibility.STAFF) == []
