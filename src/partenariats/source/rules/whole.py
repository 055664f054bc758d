"""What can be wrong with files that belong together, and with ignores."""

from __future__ import annotations

from partenariats.diagnostics.diagnostic import Severity
from partenariats.source.rules.base import SourceRule


class BadInclude(SourceRule):
    """An included file cannot be used.

    ## What it says

    `include` names files in the event's own folder. This one leads out of the folder, cannot be
    read, includes itself, or matches no file.

    ## Why it matters

    A part of the programme would be missing; and a file from elsewhere could bring in what
    nobody meant to publish.

    ## Example

    ```toml
    format = 1
    include = ["../people.toml"]
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

    code = "SRC013"
    name = "bad-include"


class TableTwice(SourceRule):
    """Two files of one event declare the same table.

    ## What it says

    Lists such as `[[sessions]]` may be spread over several files. A table that stands once,
    such as `[event]`, may not.

    ## Why it matters

    Nobody could tell which of the two is right.

    ## What to do

    Keep the table in one of the two files.
    """

    code = "SRC014"
    name = "table-twice"


class BadIgnore(SourceRule):
    """An ignore cannot be used.

    ## What it says

    An ignore names the code of a rule that exists, a place in the event, and a reason. The
    errors of text and references (`SRC`, `REF`) cannot be ignored.

    ## Why it matters

    A programme with such an error cannot be made, and an ignore that names nothing hides
    nothing.

    ## Example

    ```toml
    [[checks.ignore]]
    code = "REF001"
    at = "event"
    reason = "Nous savons."
    ```

    ## Use instead

    ```toml
    [checks]
    ```
    """

    code = "SRC015"
    name = "bad-ignore"


class UnusedIgnore(SourceRule):
    """An ignore hides nothing.

    ## What it says

    Nothing with this code is found any more at this place.

    ## Why it matters

    A forgotten ignore would hide the next mistake of the same kind.

    ## Example

    ```toml
    [[checks.ignore]]
    code = "TIM009"
    at = "sessions.diner"
    reason = "Le dîner n'a pas de fin."
    ```

    ## Use instead

    ```toml
    [checks]
    ```
    """

    code = "SRC016"
    name = "unused-ignore"
    severity = Severity.WARNING
