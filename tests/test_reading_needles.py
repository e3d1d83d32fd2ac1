"""A rule that is asked only where its words stand answers as its pattern does, whatever the case and the letters."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import loaders.reading
from loaders.reading.needles import needles
from loaders.reading.rules import Rule


def all_rules() -> list[Rule]:
    modules = [
        importlib.import_module(m.name) for m in pkgutil.walk_packages(loaders.reading.__path__, "loaders.reading.")
    ]
    values = [value for module in modules for value in vars(module).values()]
    rows = [row for value in values for row in (value if isinstance(value, tuple) else (value,))]
    return list({id(row): row for row in rows if isinstance(row, Rule)}.values())


RULES = all_rules()
FOLDER = Path(__file__).parents[1] / "examples"
LINES = [line for path in sorted(FOLDER.glob("*.txt")) for line in path.read_text("utf-8").split("\n") if line][::7]
OTHER_LETTERS = str.maketrans({"s": "ſ", "i": "İ", "k": "\u212a", "å": "\u212b"})


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_what_its_pattern_finds(rule: Rule) -> None:
    plain = {"anywhere": rule.regex.search, "start": rule.regex.match, "whole": rule.regex.fullmatch}[rule.at]
    own = [rule.example, rule.example.upper(), rule.example.lower(), rule.example.translate(OTHER_LETTERS)]
    for text in [*own, rule.counter, *LINES, *(other.example for other in RULES)]:
        found, expected = rule.find(text), plain(text)
        assert (found and found.span()) == (expected and expected.span()), text
        assert [m.span() for m in rule.find_all(text)] == [m.span() for m in rule.regex.finditer(text)], text


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\b(?:bilda|tillsätt)\w*\s+en", ("bilda", "tillsätt")),
        (r"\w+grupp(?:en)?", ("grupp",)),
        (r"in(?:rätta|stifta)s?", ("inrätta", "instifta")),
        (r"(?:jäv(?:ig)?)+\s", ("jäv",)),
        (r"§\s*\d+", ("§",)),
        (r"(?:styrelsen)?\s*\d+", ()),
        (r"(?:styrelsen|\d+)", ()),
        (r"[a-zåäö]+", ()),
        (r"(?!inte)\d", ()),
        (r"a", ()),
    ],
)
def test_the_words_that_every_match_holds(pattern: str, words: tuple[str, ...]) -> None:
    assert needles(pattern, re.IGNORECASE) == words


def test_most_rules_have_such_words() -> None:
    assert sum(1 for rule in RULES if needles(rule.pattern, rule.regex.flags)) > 0.8 * len(RULES)
