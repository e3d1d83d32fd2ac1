"""The explanation on a terminal: the text in colours, and the rules as a table."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from aktorsgraf.cli.output import HOSTILE_IN_TEXT
from aktorsgraf.explain.explanation import Explanation, RuleCount
from loaders.reading.account.spans import Account
from queries.table import Column, Table

_STYLES = {"unread": "bold black on yellow", "ignored": "dim"}
_COLOURS = ("green", "cyan", "magenta", "blue", "bright_green", "bright_cyan", "bright_magenta", "bright_blue")


def print_text(explanation: Explanation) -> None:
    """Print the text, each span in the colour of its kind of rule; what is unread stands out."""
    kinds = list(dict.fromkeys(rule.rule.split(":")[0] for rule in explanation.rules if rule.state == "claimed"))
    console = Console(highlight=False)
    for block in explanation.blocks:
        text = Text()
        for piece in block:
            kind = piece.rule.split(":")[0]
            style = _STYLES.get(piece.state) or _COLOURS[kinds.index(kind) % len(_COLOURS)]
            text.append(HOSTILE_IN_TEXT.sub("", piece.text), style)
        console.print(text, soft_wrap=True, end="")
    console.print()


def rules_table(rules: tuple[RuleCount, ...]) -> Table:
    """Return how many spans and characters each rule accounts for."""
    columns = (
        Column("state", "text"),
        Column("rule", "text"),
        Column("spans", "integer"),
        Column("characters", "integer"),
    )
    return Table(columns, tuple((row.state, row.rule, row.spans, row.characters) for row in rules))


def spans_table(text: str, account: Account) -> Table:
    """Return every span of the text with its place, state and rule."""
    numbers, words = ("start", "end"), ("state", "rule", "quote")
    columns = (*(Column(name, "integer") for name in numbers), *(Column(name, "text") for name in words))
    rows = tuple((span.start, span.end, span.state, span.rule, text[span.start : span.end]) for span in account.spans)
    return Table(columns, rows)
