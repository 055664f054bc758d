"""The `PLG` rules, and `REG003`: what is wrong with plugins, and what an event asks of them."""

from __future__ import annotations

from partenariats.diagnostics.diagnostic import Severity
from partenariats.diagnostics.rule import Rule


class NotLoaded(Rule):
    """A plugin did not load.

    ## What it says

    A plugin is installed but raised an error when it was loaded, or does not fit this version.

    ## Why it matters

    What it offers is missing. Everything else goes on.

    ## What to do

    Update or uninstall the distribution that the message names, or set
    `PARTENARIATS_DISABLED_PLUGINS` to its name.
    """

    code = "PLG001"
    name = "not-loaded"
    severity = Severity.WARNING


class UnknownHook(Rule):
    """A plugin fills a hook that does not exist.

    ## What it says

    A function is named or marked like a hook, but there is no hook of that name: it is
    misspelt, or belongs to another version.

    ## Why it matters

    The function is never called.

    ## What to do

    Correct the name in the plugin; `partenariats plugins` lists what arrives.
    """

    code = "PLG002"
    name = "unknown-hook"
    severity = Severity.WARNING


class NameTwice(Rule):
    """Two plugins offer the same name.

    ## What it says

    Two distributions offer an exporter, an importer or a rule of one name.

    ## Why it matters

    Nobody could tell which one an event means, so neither is used. Everything else goes on.

    ## What to do

    Uninstall one of the two, or set `PARTENARIATS_DISABLED_PLUGINS` to its name.
    """

    code = "PLG003"
    name = "name-twice"
    severity = Severity.WARNING


class UnknownName(Rule):
    """An event asks for an exporter or a rule that is not there.

    ## What it says

    No installed plugin offers an exporter of this name, or a rule of this code.

    ## Why it matters

    The file that was asked for cannot be made; what was set for the rule changes nothing.

    ## Example

    ```toml
    [[outputs]]
    use = "markdwon"
    ```

    ## Use instead

    ```toml
    [[outputs]]
    use = "markdown"
    ```
    """

    code = "PLG004"
    name = "unknown-name"
    severity = Severity.ERROR


class BadOption(Rule):
    """An option does not fit what it is given to.

    ## What it says

    The exporter, the rule or the registration back-end has no such option, or the option takes
    another kind of value.

    ## Why it matters

    The file would not be what was asked for. A rule whose options do not fit is not run, and
    registrations are not kept.

    ## Example

    ```toml
    [[outputs]]
    use = "markdown"
    options = { colour = "red" }
    ```

    ## Use instead

    ```toml
    [[outputs]]
    use = "markdown"
    ```
    """

    code = "PLG005"
    name = "bad-option"
    severity = Severity.ERROR


class BadOffer(Rule):
    """A plugin offers something that is not what its hook is for.

    ## What it says

    A hook returned something else than a list of classes of the right kind, or a class that
    lacks its name.

    ## Why it matters

    That offer is not used. Everything else goes on.

    ## What to do

    Correct the plugin: a hook returns classes derived from `Exporter`, `Importer` or
    `Validator`.
    """

    code = "PLG006"
    name = "bad-offer"
    severity = Severity.WARNING


class HookFailed(Rule):
    """A hook of a plugin raised an error.

    ## What it says

    The plugin was loaded, but one of its hooks failed.

    ## Why it matters

    What this hook would have given is missing. Everything else goes on.

    ## What to do

    Update or uninstall the distribution that the message names.
    """

    code = "PLG007"
    name = "hook-failed"
    severity = Severity.WARNING


class BadTarget(Rule):
    """An output cannot be written where it asks to be.

    ## What it says

    `to` names a file or a folder below the output folder, with names that every system takes.
    This one leads out of it, is not a portable name, or is the target of another output.

    ## Why it matters

    One file would silently replace another.

    ## Example

    ```toml
    [[outputs]]
    use = "markdown"
    to = "../programme.md"
    ```

    ## Use instead

    ```toml
    [[outputs]]
    use = "markdown"
    to = "programme.md"
    ```
    """

    code = "PLG008"
    name = "bad-target"
    severity = Severity.ERROR


class CheckCrashed(Rule):
    """A check raised an error.

    ## What it says

    A rule could not finish its work on this event.

    ## Why it matters

    What it would have found is not known. The other rules go on.

    ## What to do

    Report it to the authors of the distribution that the message names.
    """

    code = "PLG010"
    name = "check-crashed"
    severity = Severity.ERROR


class UnknownBackend(Rule):
    """An event asks for a registration back-end that is not there.

    ## What it says

    No installed plugin offers a back-end of the name that `[registration]` uses. `memory` is
    always there, for tests and previews; `sql` comes with `pip install partenariats-sql`.

    ## Why it matters

    Nobody can register. The programme can be made all the same.

    ## Example

    ```toml
    [registration]
    use = "memroy"
    ```

    ## Use instead

    ```toml
    [registration]
    use = "memory"
    ```
    """

    code = "REG003"
    name = "unknown-back-end"
    severity = Severity.WARNING


RULES: tuple[type[Rule], ...] = (
    NotLoaded,
    UnknownHook,
    NameTwice,
    UnknownName,
    BadOption,
    BadOffer,
    HookFailed,
    BadTarget,
    CheckCrashed,
    UnknownBackend,
)
"""Every rule about plugins."""
