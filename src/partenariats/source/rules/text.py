"""What can be wrong with the text of an event file."""

from __future__ import annotations

from partenariats.source.rules.base import SourceRule


class NotToml(SourceRule):
    """The file is not TOML.

    ## What it says

    The text breaks the rules of TOML at the place shown: a quote or a bracket that is not
    closed, a key without `=`, a key given twice.

    ## Why it matters

    From there on nobody can tell what was meant. Nothing of the file is used.

    ## Example

    ```toml
    [[days]]
    id = "vendredi
    date = 2022-03-25
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25
    ```
    """

    code = "SRC001"
    name = "not-toml"


class NotUtf8(SourceRule):
    """The file is not UTF-8 text.

    ## What it says

    The bytes of the file are not plain UTF-8: it is in another encoding (UTF-16,
    Windows-1252), it begins with a byte order mark, or it is no text at all.

    ## Why it matters

    TOML is UTF-8. Read in another way, every accent could become another letter.

    ## What to do

    Save the file as "UTF-8" in the editor (in Windows Notepad: *Save as*, encoding *UTF-8*,
    not *UTF-8 with BOM* or *Unicode*).
    """

    code = "SRC002"
    name = "not-utf8"


class TooLarge(SourceRule):
    """The file is larger or deeper than any event.

    ## What it says

    The file passes a limit: 32 megabytes, tables and lists nested 80 levels deep, keys of 80
    dotted parts, 200 included files.

    ## Why it matters

    No event needs that much, and reading it could take all the memory of the machine.

    ## What to do

    Look for a bracket or a quote that repeats itself; spread a very large event over several
    files with `include`.
    """

    code = "SRC003"
    name = "too-large"


class NoFormat(SourceRule):
    """The file does not say its format.

    ## What it says

    An event file begins with `format = 1`. An empty file has none either.

    ## Why it matters

    Formats change over the years. With its number a file written today can be read, and
    brought up to date, by every later version.

    ## Example

    ```toml
    format = "one"
    [event]
    id = "assises-2022"
    title = "Assises"
    timezone = "Europe/Paris"
    ```

    ## Use instead

    ```toml
    format = 1
    [event]
    id = "assises-2022"
    title = "Assises"
    timezone = "Europe/Paris"
    ```
    """

    code = "SRC004"
    name = "no-format"


class UnknownFormat(SourceRule):
    """The file is written in a format this version does not know.

    ## What it says

    The number after `format` is none that this version of partenariats reads.

    ## Why it matters

    A later format may say things this version would leave out or take for something else.

    ## Example

    ```toml
    format = 99
    [event]
    id = "assises-2022"
    title = "Assises"
    timezone = "Europe/Paris"
    ```

    ## Use instead

    ```toml
    format = 1
    [event]
    id = "assises-2022"
    title = "Assises"
    timezone = "Europe/Paris"
    ```
    """

    code = "SRC005"
    name = "unknown-format"
