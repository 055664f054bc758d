"""Who may register, and how many together."""

from __future__ import annotations

import pytest

from partenariats.model.registration.settings import Access


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ('access = "open"', []),
        ('access = "code"\ncodes = ["a"]', []),
        ('access = "domain"\ndomains = ["example.org"]', []),
        (
            'access = "code"',
            [("access", "nobody can register: access is `code`, and `codes` is empty")],
        ),
        (
            'access = "domain"',
            [("access", "nobody can register: access is `domain`, and `domains` is empty")],
        ),
        (
            'access = "domain"\ncodes = ["a"]',
            [("access", "nobody can register: access is `domain`, and `domains` is empty")],
        ),
        ('codes = ["a"]', [("codes", "`codes` has no effect: access is `open`")]),
        ('domains = ["a.org"]', [("domains", "`domains` has no effect: access is `open`")]),
        (
            'access = "code"\ncodes = ["a"]\ndomains = ["a.org"]',
            [("domains", "`domains` has no effect: access is `code`")],
        ),
        ('access = "code"\ncodes = ["a", ""]', [("codes[1]", "an empty code lets everybody in")]),
        ('access = "code"\ncodes = ["  "]', [("codes[0]", "an empty code lets everybody in")]),
        (
            'access = "code"\ncodes = ["a ", "b"]',
            [("codes[0]", "a code begins or ends with a space, and nobody can give it")],
        ),
        ('access = "code"\ncodes = ["le mot"]', []),
        (
            'access = "domain"\ndomains = ["@a.org", "a.org", "", "a b"]',
            [
                ("domains[0]", "no address ends with `@@a.org`"),
                ("domains[2]", "no address ends with `@`"),
                ("domains[3]", "no address ends with `@a b`"),
            ],
        ),
        ('offer = "24 h"', []),
        (
            'offer = "24 h"\nwait_list = false',
            [("offer", "places are offered, and nobody may wait for one")],
        ),
        ("wait_list = false", []),
        ("group = 1", []),
        ("group = 0", [("group", "nobody can register in a group of 0")]),
    ],
)
def test_what_cannot_work(told, text, found):
    """Each thing that keeps everybody out, lets everybody in or has no effect is told once."""
    own = told("REG006", f"[registration]\n{text}\n")
    assert [(str(d.where), str(d.headline)) for d in own] == [
        (f"registration.{key}", headline) for key, headline in found
    ]


def test_no_word_gives_a_code_away(told):
    """Headlines and helps are shown in logs: they name no code."""
    text = '[registration]\ncodes = ["secret ", "secret"]\n'
    for found in told("REG006", text):
        assert "secret" not in f"{found.headline} {found.help}"


@pytest.mark.parametrize(
    "values",
    [
        {"access": Access.OPEN},
        {"codes": ()},
        {"wait_list": False},
        {"group": 0},
        {"codes": ("",)},
        {"domains": ("example.org",)},
    ],
)
def test_planted(plant, declared, values):
    """One thing that is changed in the clean event gives this code alone."""
    assert plant(declared(**values)) == ["REG006"]
