"""How a single value becomes what its key takes: strictly, one small function for each type."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta, timezone
from enum import Enum
from functools import lru_cache
from typing import Any, Final

from partenariats.language.message import Message
from partenariats.language.names import nearest
from partenariats.model.clock import is_plausible
from partenariats.model.ids import is_slug
from partenariats.model.registration.deadline import MOST_DAYS, Deadline, TooEarlyError
from partenariats.model.registration.personal import Retention
from partenariats.model.table import Table
from partenariats.model.text import Text
from partenariats.model.walltime import WallTime, parse_duration
from partenariats.source.rules import BadCharacter, BadId, BadTime, UnknownWord, WrongType
from partenariats.source.values.unfit import Unfit

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
_KINDS: Final[dict[type, Message]] = {
    str: Message.of("a text"),
    bool: Message.of("true or false"),
    int: Message.of("a whole number"),
    float: Message.of("a number"),
    list: Message.of("a list"),
    dict: Message.of("a table"),
    datetime: Message.of("a date with a time"),
    date: Message.of("a date"),
    time: Message.of("a time"),
    type(None): Message.of("nothing"),
}
_HOUR_ADVICE: Final = Message.of('write `"9:30"`, `"18 h 00"`, or `"25:00"` for 1:00 in the night')
_LENGTH_ADVICE: Final = Message.of('write `"45 min"`, `"1 h 30"` or `"PT45M"`')
_ID_ADVICE: Final = Message.of(
    "use lower-case letters without accents, digits, and `-` between them"
)
_RETENTION_ADVICE: Final = Message.of("write days, weeks, months or years: `30 days`, `1 year`")
_DEADLINE_ADVICE: Final = Message.of(
    'write `"14 days before, 23:59"`, or an instant without quotes: `2022-03-01T12:00:00+01:00`'
)


def kind_of(value: object) -> Message:
    """Name the TOML type of a value."""
    return _KINDS.get(type(value), Message.of("a value of another kind"))


def wrong_type(wanted: Message, value: object, advice: Message | None = None) -> Unfit:
    """Say that another type of value is wanted."""
    headline = Message.of("expected {wanted}, found {found}", wanted=wanted, found=kind_of(value))
    return Unfit(WrongType, headline, advice)


def to_text(value: Any, _type: Any = str) -> str:
    """Take a text that holds no control characters."""
    if type(value) is not str:
        raise wrong_type(_KINDS[str], value)
    if not value.isprintable() and (found := _CONTROL.search(value)):
        point = f"U+{ord(found[0]):04X}"
        raise Unfit(BadCharacter, Message.of("a control character ({point})", point=point))
    return value


def to_whole_number(value: Any, _type: Any = int) -> int:
    """Take a whole number that is not negative: all of an event's numbers count something."""
    if type(value) is not int:
        raise wrong_type(_KINDS[int], value)
    if value < 0:
        raise Unfit(WrongType, Message.of("expected a number from 0 upwards, found {n}", n=value))
    return value


def to_number(value: Any, _type: Any = float) -> float:
    """Take a number, whole or not."""
    if type(value) not in {int, float} or not math.isfinite(value):
        raise wrong_type(_KINDS[float], value)
    return float(value)


def to_truth(value: Any, _type: Any = bool) -> bool:
    """Take true or false."""
    if type(value) is not bool:
        raise wrong_type(_KINDS[bool], value, Message.of("write `true` or `false`, without quotes"))
    return value


def to_date(value: Any, _type: Any = date) -> date:
    """Take a date without a time, in a year in which an event can take place."""
    if type(value) is not date:
        raise wrong_type(
            _KINDS[date], value, Message.of("write a date without quotes: `2022-03-25`")
        )
    if not is_plausible(value):
        raise Unfit(
            WrongType, Message.of("no event takes place in the year {year}", year=value.year)
        )
    return value


def to_instant(value: Any, _type: Any = datetime) -> datetime:
    """Take a date with a time and an offset from UTC."""
    if not isinstance(value, datetime):
        raise wrong_type(_KINDS[datetime], value, Message.of("write `2022-03-01T12:00:00Z`"))
    offset = value.utcoffset()
    if offset is None:
        headline = Message.of("a date with a time needs an offset from UTC")
        raise Unfit(WrongType, headline, Message.of("write `2022-03-01T12:00:00Z`"))
    return value.replace(tzinfo=timezone(offset))


# a programme has few different times, each written many times
_parse_wall_time = lru_cache(maxsize=4096)(WallTime.parse)


def to_wall_time(value: Any, _type: Any = WallTime) -> WallTime:
    """Take a time of day, as a text or a TOML local time."""
    try:
        if type(value) is str:
            return _parse_wall_time(value)
        if type(value) is time:
            return WallTime.from_time(value)
    except ValueError:
        headline = Message.of("`{value}` is no time of day", value=str(value)[:40])
        raise Unfit(BadTime, headline, _HOUR_ADVICE) from None
    raise wrong_type(Message.of("a time of day"), value, _HOUR_ADVICE)


def to_deadline(value: Any, _type: Any = Deadline) -> Deadline:
    """Take an instant, or a text that says how long before the event."""
    if isinstance(value, datetime):
        return Deadline(at=to_instant(value))
    if type(value) is not str:
        raise wrong_type(Message.of("a deadline"), value, _DEADLINE_ADVICE)
    text = to_text(value)
    try:
        return Deadline.parse(text)
    except TooEarlyError:
        headline = Message.of(
            "`{value}` is more than {most} days before the event", value=text[:40], most=MOST_DAYS
        )
        raise Unfit(BadTime, headline, _DEADLINE_ADVICE) from None
    except ValueError:
        headline = Message.of("`{value}` says no day before the event", value=text[:40])
        raise Unfit(BadTime, headline, _DEADLINE_ADVICE) from None


def to_retention(value: Any, _type: Any = Retention) -> Retention:
    """Take how long something is kept, in days, weeks, months or years."""
    if type(value) is not str:
        raise wrong_type(Message.of("how long it is kept"), value, _RETENTION_ADVICE)
    text = to_text(value)
    try:
        return Retention.parse(text)
    except ValueError:
        headline = Message.of("`{value}` does not say how long it is kept", value=text[:40])
        raise Unfit(BadTime, headline, _RETENTION_ADVICE) from None


def to_duration(value: Any, _type: Any = timedelta) -> timedelta:
    """Take a length of time in minutes and hours."""
    if type(value) is not str:
        raise wrong_type(Message.of("a length of time"), value, _LENGTH_ADVICE)
    try:
        return parse_duration(value)
    except ValueError:
        headline = Message.of("`{value}` is no length of time", value=value[:40])
        raise Unfit(BadTime, headline, _LENGTH_ADVICE) from None


def to_id(value: Any, _type: Any = str) -> str:
    """Take a slug."""
    if type(value) is str and is_slug(value):
        return value
    text = to_text(value)
    raise Unfit(BadId, Message.of("`{value}` is no id", value=text[:100]), _ID_ADVICE)


def to_prose(value: Any, _type: Any = Text) -> Text:
    """Take a text, or a table with one for each language."""
    if type(value) is str:
        return Text(to_text(value))
    if type(value) is not dict:
        raise wrong_type(Message.of("a text, or one for each language"), value)
    for language, form in value.items():
        if not _LANGUAGE.match(language):
            headline = Message.of("`{tag}` is no language", tag=language[:40])
            raise Unfit(UnknownWord, headline, Message.of("write a language as `fr` or `en`"))
        to_text(form)
    if not value:
        raise Unfit(WrongType, Message.of("a text in no language"))
    return Text.in_languages(value)


def to_word(value: Any, words: type[Enum]) -> Enum:
    """Take one of the words of an enumeration."""
    try:
        return words(value)
    except ValueError:
        text = to_text(value)
    names = [str(member.value) for member in words]
    close = nearest(text, names)
    known = Message.of("one of: {words}", words=", ".join(names))
    advice = Message.of("did you mean `{name}`?", name=close) if close else known
    raise Unfit(UnknownWord, Message.of("`{word}` is not known here", word=text[:40]), advice)


def to_table(value: Any, _type: Any = Table) -> Table:
    """Take a table as it is written."""
    if type(value) is not dict:
        raise wrong_type(_KINDS[dict], value)
    try:
        return Table.of(value)
    except TypeError:
        raise wrong_type(Message.of("a value that TOML can say"), value) from None


def to_items(value: Any) -> list[Any]:
    """Take a list."""
    if type(value) is not list:
        raise wrong_type(_KINDS[list], value, Message.of("put it between `[` and `]`"))
    return value


def to_fields(value: Any) -> dict[str, Any]:
    """Take a table of keys and values."""
    if type(value) is not dict:
        raise wrong_type(_KINDS[dict], value)
    return value
