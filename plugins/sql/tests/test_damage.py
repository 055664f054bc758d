"""A store that somebody has damaged is told by name: which table, which row, and what to do."""

from __future__ import annotations

import pytest
from batches import AT, batch

from partenariats.model.registration.registrations import (
    Attendee,
    Capacity,
    Door,
    Registration,
    RegistrationState,
)
from partenariats_sql.databases.damage import DamagedStoreError
from partenariats_sql.schema import rows
from partenariats_sql.schema.tables import ATTENDEES, QUOTAS, REGISTRATIONS

OFFERED, WAITLISTED = RegistrationState.OFFERED, RegistrationState.WAITLISTED
READING = {
    "attendee": lambda backend: backend.attendee("p-1"),
    "registrations_of": lambda backend: backend.registrations_of("p-1"),
    "waiting": lambda backend: list(backend.waiting("a")),
    "offered": lambda backend: list(backend.offered()),
    "roster": lambda backend: list(backend.roster()),
    "quotas": lambda backend: backend.quotas(),
    "owner": lambda backend: backend.owner("request:1"),
    "door": lambda backend: backend.door(),
    "journal": lambda backend: list(backend.journal()),
}
ADVICE = "put back a copy of the database, and run `partenariats registration log --verify` on it"
OF_PEOPLE = {"attendee", "roster"}
OF_PLACES = {"registrations_of", "roster"}
"""What reads registrations, whatever their state."""


@pytest.fixture
def filled(backend):
    """Give a database with a row in each table, and one more of a registration."""
    backend.commit(
        batch(
            Attendee(id="p-1", name="Zoé"),
            Registration(attendee="p-1", session=None, state=OFFERED, at=AT),
            Registration(attendee="p-1", session="a", state=WAITLISTED, at=AT),
            Capacity(key="event", capacity=3),
            Door(is_open=True),
            claims=(("request:1", "p-1"),),
            takes=(("event", 1),),
        )
    )
    return backend


def spoil(backend, table, column, value):
    """Set a column of a table to what it never holds, as somebody with another program might."""
    mark = "?" if backend._connection.database.name == "sqlite" else "%s"
    text = f'UPDATE partenariats_{table} SET "{column}" = {mark}'
    backend._connection._cursor().execute(text, (value,))


def told(backend):
    """Say which functions tell of damage, and in what words."""
    found, advices = {}, set()
    for name, read in READING.items():
        try:
            read(backend)
        except DamagedStoreError as error:
            found[name] = str(error)
            advices.add(str(error.advice))
    assert advices <= {ADVICE}
    return found


def words(table, row, column):
    """Give the sentence that is wanted."""
    return (
        f"the database of registrations is damaged: in the row `{row}` of the table "
        f"`partenariats_{table}`, `{column}` is not what it must be"
    )


WITH_LISTS = {*OF_PLACES, "offered", "waiting"}


@pytest.mark.parametrize(
    ("table", "column", "value", "row", "wanted"),
    [
        ("attendees", "answers", "{", "p-1", OF_PEOPLE),
        ("attendees", "answers", "[]", "p-1", OF_PEOPLE),
        ("attendees", "answers", "[" * 100_000, "p-1", OF_PEOPLE),
        ("attendees", "version", 0, "p-1", OF_PEOPLE),
        ("registrations", "state", "nonsense", "p-1", OF_PLACES),
        ("registrations", "at", 2**62, "p-1", WITH_LISTS),
        ("registrations", "at", -(2**62), "p-1", WITH_LISTS),
        ("registrations", "until", 2**62, "p-1", WITH_LISTS),
        ("registrations", "version", -1, "p-1", WITH_LISTS),
        ("registrations", "position", 0, "p-1", WITH_LISTS),
        ("registrations", "position", -9, "p-1", WITH_LISTS),
        ("quotas", "capacity", -1, "event", {"quotas"}),
        ("quotas", "joined", -1, "event", {"quotas"}),
        ("journal", "change", "{", "1", {"journal"}),
        ("journal", "change", "{}", "1", {"journal"}),
    ],
)
def test_a_value_that_cannot_be_is_told(filled, table, column, value, row, wanted):
    """Each function that reads the row names it, and the others work on."""
    spoil(filled, table, column, value)
    assert told(filled) == {
        name: words(table, f"{row}, a" if name == "waiting" else row, column) for name in wanted
    }


SQLITE = pytest.mark.parametrize("url", ["sqlite:///registrations.db"])


@SQLITE
@pytest.mark.parametrize(
    ("table", "column", "value", "row", "wanted"),
    [
        *(("attendees", name, b"a\xff", "p-1", OF_PEOPLE) for name in ("name", "email")),
        ("attendees", "organization", b"a", "p-1", OF_PEOPLE),
        ("attendees", "audience", b"a", "p-1", OF_PEOPLE),
        ("attendees", "answers", b"{}", "p-1", OF_PEOPLE),
        ("attendees", "version", "one", "p-1", OF_PEOPLE),
        ("attendees", "id", b"p-1", "b'p-1'", {"roster"}),
        ("registrations", "state", b"offered", "p-1", OF_PLACES),
        ("registrations", "at", "yesterday", "p-1", WITH_LISTS),
        ("registrations", "at", 1.5, "p-1", WITH_LISTS),
        ("registrations", "until", "tomorrow", "p-1", WITH_LISTS),
        ("registrations", "group", b"a", "p-1", WITH_LISTS),
        ("registrations", "position", "first", "p-1", WITH_LISTS),
        ("registrations", "version", 1.5, "p-1", WITH_LISTS),
        ("quotas", "capacity", "many", "event", {"quotas"}),
        ("quotas", "taken", "some", "event", {"quotas"}),
        ("quotas", "joined", 0.5, "event", {"quotas"}),
        ("claims", "owner", b"p-1", "request:1", {"owner"}),
        ("doors", "is_open", "ajar", "e", {"door"}),
        ("doors", "is_open", 2, "e", {"door"}),
        ("journal", "change", b"{}", "1", {"journal"}),
    ],
)
def test_a_value_of_another_type_is_told(filled, table, column, value, row, wanted):
    """SQLite keeps any value in any column, and texts that are none."""
    if value == b"a\xff":
        text = f"UPDATE partenariats_{table} SET {column} = CAST(x'61ff' AS TEXT)"
        filled._connection._cursor().execute(text)
    else:
        spoil(filled, table, column, value)
    assert told(filled) == {
        name: words(table, f"{row}, a" if name == "waiting" else row, column) for name in wanted
    }


def test_somebody_who_waits_nowhere_is_told(filled):
    """Whoever is waitlisted has a position."""
    spoil(filled, "registrations", "position", None)
    said = words("registrations", "p-1, a", "position")
    assert told(filled) == {"registrations_of": said, "roster": said}


@SQLITE
def test_a_session_that_is_null_is_told(filled):
    """A copy of a table without its keys may hold a registration to nothing."""
    cursor = filled._connection._cursor()
    cursor.execute("CREATE TABLE copy AS SELECT * FROM partenariats_registrations")
    cursor.execute("DROP TABLE partenariats_registrations")
    cursor.execute("ALTER TABLE copy RENAME TO partenariats_registrations")
    spoil(filled, "registrations", "session", None)
    said = words("registrations", "p-1, None", "session")
    assert told(filled) == dict.fromkeys(("registrations_of", "offered", "roster"), said)


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        ("attendees", OF_PEOPLE),
        ("registrations", WITH_LISTS),
        ("quotas", {"quotas"}),
        ("claims", {"owner"}),
        ("doors", {"door"}),
        ("journal", {"journal"}),
    ],
)
def test_a_missing_table_is_told(filled, open_backend, table, wanted):
    """A table that is gone is no sign that the database was never prepared."""
    filled._connection._cursor().execute(f"DROP TABLE partenariats_{table}")
    said = (
        f"the database of registrations is damaged: `partenariats_{table}` is missing, or a part "
        "of it"
    )
    assert told(filled) == told(open_backend()) == dict.fromkeys(wanted, said)
    with pytest.raises(DamagedStoreError):
        filled.commit(
            batch(
                Attendee(id="p-2", name="Ada"),
                Registration(attendee="p-2", session=None, state=OFFERED, at=AT),
                Door(is_open=False),
                claims=(("request:2", "p-2"),),
                takes=(("event", 1),),
            )
        )


def test_a_missing_column_is_told(filled):
    """A column that is gone is told by its table or its name."""
    cursor = filled._connection._cursor()
    cursor.execute("ALTER TABLE partenariats_claims RENAME COLUMN owner TO possessor")
    assert set(told(filled)) == {"owner"}
    with pytest.raises(DamagedStoreError, match="`partenariats_claims` is missing, or a part"):
        filled.commit(batch(claims=(("request:2", "p-2"),)))


def test_a_damaged_count_keeps_a_batch_out(filled):
    """Nothing is written over a count that cannot be."""
    spoil(filled, "quotas", "joined", -1)
    with pytest.raises(DamagedStoreError, match=r"`event`.*`partenariats_quotas`, `joined`"):
        filled.commit(batch(Attendee(id="p-2", name="Ada"), full=(("event", 9),)))
    assert filled.attendee("p-2") is None


def test_columns_are_named_as_the_tables_name_them():
    """What reads a row names its columns in the order in which they are selected."""
    for table, own in (
        (ATTENDEES, rows._ATTENDEE),
        (REGISTRATIONS, rows._REGISTRATION),
        (QUOTAS, rows._QUOTA),
    ):
        assert [column.name for column in table.c][1:] == list(own)
