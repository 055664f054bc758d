"""Outputs whose format cannot carry what the event says."""

from __future__ import annotations

import attrs
import pytest

import partenariats as pa
from partenariats.builtin.validators.outputs.carried import NotCarried
from partenariats.interfaces.exporter import Exporter
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext
from partenariats.model.event import Output
from partenariats.model.timeline import Timeline

HEAD = '[[themes]]\nid = "climat"\ntitle = "Climat"\n'
GROUP = '[[working_groups]]\nid = "g"\ntheme = "climat"\ntitle = "Groupe"\n'
WORKSHOP = '[[workshops]]\nid = "a"\nday = "j"\nstart = "9:00"\n'
DAY = '[[days]]\nid = "j"\ndate = 2022-03-25\n'


def told(event_file, fragment, *outputs):
    """List where the rule speaks, and the keys it names."""
    text = fragment + "".join(f'[[outputs]]\nuse = "{use}"\nto = "{n}"\n' for n, use in outputs)
    report = pa.Toolkit(discover=False).validate(event_file(text))
    found = [d for d in report.diagnostics if d.code == "PLG011"]
    return [(str(d.where), str(d.headline).partition(" cannot carry ")[2]) for d in found]


@pytest.mark.parametrize(
    ("fragment", "keys"),
    [
        (HEAD, ""),
        (HEAD + 'color = "#0000ff"\n', "`themes.color`"),
        (HEAD + 'color = "#0000ff"\ndescription = "D"\n', "`themes.color`, `themes.description`"),
        (HEAD + GROUP, "`working_groups`"),
        (DAY + WORKSHOP, ""),
        (DAY + WORKSHOP + "tentative = false\n", ""),
        (DAY + WORKSHOP + 'url = "https://a.fr/"\n', "`sessions.url`"),
        (
            DAY
            + WORKSHOP.replace("workshops", "sessions")
            + 'title = "A"\nkind = "meal"\nminimum = 1\n',
            "",
        ),
        ('[[people]]\nid = "a"\nname = "A"\nconfirmed = true\n', ""),
        ('[[people]]\nid = "a"\nname = "A"\nurl = "https://a.fr/"\n', "`people.url`"),
        ('[[rooms]]\nid = "s"\nname = "S"\nshared = true\n', ""),
    ],
)
def test_the_keys_that_are_used_and_lost_are_named(event_file, fragment, keys):
    """Keys with a value of their own are named in order, a table once for all of its keys."""
    wanted = [("outputs[0].use", keys)] if keys else []
    assert told(event_file, fragment, ("p.md", "markdown")) == wanted


def test_a_key_of_the_event_is_named(event_file):
    """What the event itself says counts like what stands in a table."""
    text = 'format = 1\n[event]\nid = "x"\ntitle = "X"\ntimezone = "UTC"\nseries = "S"\n'
    assert told(event_file, text, ("p.txt", "text")) == [("outputs[0].use", "`event.series`")]


def test_each_output_is_told_on_its_own(event_file):
    """Two outputs that lose something are two diagnostics; JSON loses nothing."""
    outputs = (("p.md", "markdown"), ("p.json", "json"), ("p.txt", "text"), ("p", "unknown"))
    wanted = [(f"outputs[{n}].use", "`working_groups`") for n in (0, 2)]
    assert told(event_file, HEAD + GROUP, *outputs) == wanted


class Odd(Exporter[NoOptions]):
    """An exporter whose declaration names a table and its keys, and what does not exist."""

    name = "odd"
    omits = frozenset(
        {"topics", "topics.state", "event.nothing", "sessions.nothing", "nothing", "nothing.id"}
    )

    def export(self, programme):
        """Make nothing."""
        return ()


def test_a_table_that_is_omitted_speaks_for_its_keys(event_file):
    """Keys of a table that is named are not named again, and unknown names are passed over."""
    text = (
        HEAD + '[[topics]]\nid = "t"\ntitle = "T"\nstate = "approved"\n[[outputs]]\nuse = "odd"\n'
    )
    timeline = Timeline.of(event_file(text).event)
    found = NotCarried(NoOptions()).check(timeline, CheckContext(exporters={"odd": Odd}))
    assert [str(d.headline) for d in found] == ["`odd` cannot carry `topics`"]


def test_an_output_planted_in_the_clean_event(plant):
    """Asking for plain text gives one diagnostic in an event that says what text cannot hold."""
    assert plant(lambda event: attrs.evolve(event, outputs=(Output(use="text"),))) == ["PLG011"]
