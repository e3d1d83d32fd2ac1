"""What is known of a person or body, as a notebook shows it («kort»)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from markupsafe import Markup

from aktorsgraf.cli.headings import heading
from graph.page.texts import TEXTS
from graph.plots.words import WORDS, Language
from queries.formats import as_text, to_dataframe
from queries.table import Table, Value

if TYPE_CHECKING:
    import pandas as pd

_MARKS: Final = re.compile(r"([\\`*_{}\[\]()#+!|~<>&$])")
_LINE_ENDS: Final = re.compile(r"\s*\n\s*")


class Card(NamedTuple):
    """A heading, a line about whom it is, the IRI, and tables by their titles; `frames()` gives these as DataFrames."""

    label: str
    about: str
    iri: str
    tables: Mapping[str, Table]
    language: Language

    def frames(self) -> dict[str, pd.DataFrame]:
        """Return the card's tables by title; dates are dates."""
        return {title: to_dataframe(table) for title, table in self.tables.items()}

    def __repr__(self) -> str:
        lines = [self.about, self.iri]
        for title, table in self.tables.items():
            lines += ["", title, *(" · ".join(filter(None, cells)) for cells in self._cells(table))]
        return "\n".join(lines)

    def _repr_markdown_(self) -> str:
        lines = [f"### {_marked(self.label)}", "", _marked(self.about), "", f"`{self.iri}`"]
        for title, table in self.tables.items():
            lines += ["", f"**{_marked(title)}**", "", _row(self._headings(table)), _row(["---"] * len(table.columns))]
            lines += [_row([_marked(cell) for cell in cells]) for cells in self._cells(table)]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        parts = [
            Markup("<h3>{}</h3><p>{}<br><small>{}</small></p>").format(self.label, self.about, self.iri),
            *(
                Markup("<table><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(
                    title,
                    Markup().join(Markup("<th>{}</th>").format(name) for name in self._headings(table)),
                    Markup().join(
                        Markup("<tr>{}</tr>").format(
                            Markup().join(Markup("<td>{}</td>").format(cell) for cell in cells)
                        )
                        for cells in self._cells(table)
                    ),
                )
                for title, table in self.tables.items()
            ),
        ]
        return str(Markup("\n").join(parts))

    def _cells(self, table: Table) -> Iterator[list[str]]:
        """Yield each row in words: codes of roles and of what a row rests on are told in the card's language."""
        words: Mapping[str, Mapping[str, str]] = {
            "role": TEXTS[self.language].role_names,
            "basis": {"stated": WORDS[self.language].stated, "seen": WORDS[self.language].seen},
        }
        names = [column.name for column in table.columns]
        for row in table.rows:
            yield [_in_words(value, words.get(name, {})) for name, value in zip(names, row, strict=True)]

    def _headings(self, table: Table) -> list[str]:
        return [heading(column, self.language) for column in table.columns]


def chosen(table: Table, column: str, value: str, *, without: tuple[str, ...] = ()) -> Table:
    """Return the rows whose `column` is `value`, and the columns but those in `without`."""
    names = [one.name for one in table.columns]
    place = names.index(column)
    kept = [number for number, name in enumerate(names) if name not in without]
    rows = tuple(tuple(row[number] for number in kept) for row in table.rows if row[place] == value)
    return Table(tuple(table.columns[number] for number in kept), rows)


def _in_words(value: Value, words: Mapping[str, str]) -> str:
    if isinstance(value, tuple):
        return as_text(tuple(words.get(code, code) for code in value))
    text = as_text(value)
    return words.get(text, text)


def _marked(text: str) -> str:
    """Return text that markdown shows as it stands."""
    return _MARKS.sub(r"\\\1", _LINE_ENDS.sub(" ", text))


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
