"""What can be wrong with keys and values."""

from __future__ import annotations

from partenariats.source.rules.base import SourceRule


class UnknownKey(SourceRule):
    """A key is not one of the event file's.

    ## What it says

    The table has no such key: it is misspelt, or stands in the wrong table.

    ## Why it matters

    What stands behind an unknown key would be lost without a word.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25
    titel = "Le vendredi"
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25
    title = "Le vendredi"
    ```
    """

    code = "SRC006"
    name = "unknown-key"


class MissingKey(SourceRule):
    """A table lacks a key that it needs.

    ## What it says

    Only what makes a thing what it is must be written: its id, its title or name, and what
    places it. Here one of these is missing.

    ## Why it matters

    Without it nothing else can point at the thing, or nobody knows what it is.

    ## Example

    ```toml
    [[days]]
    date = 2022-03-25
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25
    ```
    """

    code = "SRC007"
    name = "missing-key"


class WrongType(SourceRule):
    """A value is of another type than its key takes.

    ## What it says

    A text stands where a number, a list or a date is wanted, or the other way round.

    ## Why it matters

    A guess would now and then be wrong: `1` is not `"1"`, and a date between quotes is a text.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = "2022-03-25"
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25
    ```
    """

    code = "SRC008"
    name = "wrong-type"


class BadTime(SourceRule):
    """A time of day or a length of time cannot be read.

    ## What it says

    A time of day is written `"9:30"`, `"18 h 00"`, `"18h"`; after midnight of the same day,
    `"25:00"`. A length of time is written `"45 min"`, `"1 h 30"`, `"PT45M"`.

    ## Why it matters

    A wrong hour sends people to a closed door.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25
    start = "25:99"
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25
    start = "9:00"
    ```
    """

    code = "SRC009"
    name = "bad-time"


class BadId(SourceRule):
    """An id is not a lower-case slug.

    ## What it says

    An id is made of lower-case letters without accents, digits, and single hyphens between
    them; at most 100 characters.

    ## Why it matters

    Ids become parts of addresses, of file names and of calendars. Attendees never see them:
    titles may be written as one likes.

    ## Example

    ```toml
    [[days]]
    id = "Vendredi matin"
    date = 2022-03-25
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "vendredi-matin"
    date = 2022-03-25
    ```
    """

    code = "SRC010"
    name = "bad-id"


class UnknownWord(SourceRule):
    """A value is none of the words its key takes.

    ## What it says

    The key takes one of a few words, such as the kinds of a session, and this is none of them.

    ## Why it matters

    An unknown word would be left out of every output that depends on it.

    ## Example

    ```toml
    [[outputs]]
    use = "markdown"
    visibility = "pubic"
    ```

    ## Use instead

    ```toml
    [[outputs]]
    use = "markdown"
    visibility = "public"
    ```
    """

    code = "SRC011"
    name = "unknown-word"


class BadCharacter(SourceRule):
    r"""A text holds a control character.

    ## What it says

    A character that cannot be seen, such as a bell or a null, stands in a text. Line breaks and
    tabs are welcome.

    ## Why it matters

    Calendars, spreadsheets and terminals take such characters for commands.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25
    title = "Le\u0007 vendredi"
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25
    title = "Le vendredi"
    ```
    """

    code = "SRC012"
    name = "bad-character"
