"""The pages of the rules: one for each, and a list of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

import attrs

from partenariats.diagnostics.rule import Rule, translate_page
from partenariats.language.gettext import translate
from partenariats.toolkit import Toolkit


@attrs.frozen
class Words:
    """Hold what the pages of rules say besides the rules, in one language."""

    title: str
    intro: str
    head: str
    colon: str
    families: dict[str, str]


ENGLISH: Final = Words(
    title="Rules",
    intro="""\
Every rule of the core, by family. An *error*: no truthful programme can be made. A *warning*: there
is evidence of a mistake. An *info*: an open question. `partenariats explain CODE` shows the same
pages; see [Ignore a finding](../../how-to/ignore-a-finding.md) for what is meant as it is.""",
    colon=":",
    head="| code | name | severity | what it says |\n|---|---|---|---|",
    families={
        "EDN": "Editions",
        "PLC": "Places",
        "PLG": "Plugins",
        "PPL": "People",
        "REF": "References",
        "REG": "Registration",
        "SRC": "Text and structure",
        "THM": "Themes and workshops",
        "TIM": "Time",
        "TXT": "Language and typography",
    },
)
FRENCH: Final = Words(
    title="Les règles",
    intro="""\
Toutes les règles du noyau, par famille. Une *erreur* : aucun programme fidèle ne peut être
fait. *Attention* : quelque chose indique une faute. Une *question* : un point reste ouvert.
`partenariats explain CODE` montre les mêmes pages ; pour ce qui est voulu ainsi, voir
[Faire taire une remarque](../../guides/faire-taire-une-remarque.md).""",
    colon=" :",
    head="| code | nom | gravité | ce qu'elle dit |\n|---|---|---|---|",
    families={
        "EDN": "Éditions",
        "PLC": "Lieux",
        "PLG": "Greffons",
        "PPL": "Personnes",
        "REF": "Références",
        "REG": "Inscriptions",
        "SRC": "Texte et structure",
        "THM": "Thèmes et ateliers",
        "TIM": "Temps",
        "TXT": "Langue et typographie",
    },
)
WORDS: Final = {"en": ENGLISH, "fr": FRENCH}


def rule_pages(language: str) -> Iterator[tuple[str, str]]:
    """Give the name and the text of each page about rules, the list of all first."""
    rules = list(Toolkit(discover=False).rules.values())
    yield "index.md", _index(rules, language)
    for rule in rules:
        yield f"{rule.code}.md", _page(rule, language)


def _page(rule: type[Rule], language: str) -> str:
    title, _, rest = translate_page(rule.page(), language).partition("\n\n")
    title = " ".join(title.split()).removesuffix(".")
    severity = translate(rule.severity.value, language)
    facts = f"*{severity}* · `{rule.name}` · `partenariats explain {rule.code}`"
    return f"# {rule.code}{WORDS[language].colon} {title}\n\n{facts}\n\n{rest.rstrip()}\n"


def _index(rules: Sequence[type[Rule]], language: str) -> str:
    words = WORDS[language]
    parts = [f"# {words.title}", words.intro]
    for family, members in groupby(rules, key=lambda rule: rule.code[:3]):
        rows = [_row(rule, language) for rule in members]
        heading = f"## {family}{words.colon} {words.families[family]}"
        parts += [heading, "\n".join([words.head, *rows])]
    parts.append("```{toctree}\n:hidden:\n:glob:\n\n[A-Z]*\n```")
    return "\n\n".join(parts) + "\n"


def _row(rule: type[Rule], language: str) -> str:
    said = translate_page(rule.page(), language).partition("\n\n")[0]
    severity = translate(rule.severity.value, language)
    return (
        f"| [{rule.code}]({rule.code}.md) | `{rule.name}` | {severity} | {' '.join(said.split())} |"
    )
