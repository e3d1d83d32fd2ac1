"""Lines and rows of tables gathered from documents of nested elements («rader», «tabeller»)."""

from __future__ import annotations

from itertools import zip_longest

WIDEST = 60  # columns of a table; more are joined to the last
_NO_TAB = str.maketrans("\t", " ")


class Outline:
    """Gather a document's text in reading order: a block a line, a row of a table a line with a tab between cells.

    Cells with several lines are laid side by side, line by line, as they stand on the page.
    """

    def __init__(self) -> None:
        self._frames: list[list[str]] = [[]]
        self._rows: list[list[list[str]]] = []
        self._run: list[str] = []
        self._lead = ""

    def write(self, text: str) -> None:
        """Add to the line."""
        self._run.append(text)

    def lead(self, mark: str) -> None:
        """Put a mark before the next line that has text: «- », «1. », «## »."""
        self._lead = mark

    def head(self, mark: str) -> None:
        """Put a heading's mark before that of the list that the heading may be in: «## § 4 »."""
        self._lead = mark + self._lead

    def end_line(self) -> None:
        """End the line, if there is anything on it."""
        line = "".join(self._run).strip(" \t\r\n")
        self._run.clear()
        if line:
            self._frames[-1].append(self._lead + line)
            self._lead = ""

    def end_paragraph(self) -> None:
        """End the line; a paragraph with nothing on it is an empty line."""
        if "".join(self._run).strip(" \t\r\n"):
            self.end_line()
        else:
            self.space()

    def space(self) -> None:
        """End the line and leave one empty line."""
        self.end_line()
        lines = self._frames[-1]
        if lines and lines[-1]:
            lines.append("")

    def open_row(self) -> None:
        """Begin a row of a table."""
        self.end_line()
        self._rows.append([])

    def close_row(self) -> None:
        """End the row: write its cells as lines."""
        self.end_line()
        self._frames[-1] += _lines_of(self._rows.pop())

    def open_cell(self) -> None:
        """Begin a cell; one that stands outside any row is a block."""
        self.end_line()
        self._frames.append([])

    def close_cell(self, columns: int = 1) -> None:
        """End the cell, which takes so many columns."""
        self.end_line()
        self._lead = ""
        lines = self._frames.pop()
        if not self._rows:
            self._frames[-1] += lines
            return
        self._rows[-1] += [lines, *([[]] * (min(columns, WIDEST) - 1))]

    def text(self) -> str:
        """Return the whole text."""
        self.end_line()
        return "\n".join(self._frames[0]).strip("\n") + "\n"


def _lines_of(row: list[list[str]]) -> list[str]:
    cells = [[line.translate(_NO_TAB) for line in cell if line] for cell in row]
    if len(cells) > WIDEST:
        cells[WIDEST - 1 :] = [[line for cell in cells[WIDEST - 1 :] for line in cell]]
    lines = []
    for parts in zip_longest(*cells, fillvalue=""):
        told = [part for part in parts if part]
        # a part alone on the right is no row: it is the next name in a list beside its label
        alone = len(told) == 1 and (len(parts) == 1 or not parts[0])
        lines.append(told[0] if alone else "\t".join(parts))
    return lines
