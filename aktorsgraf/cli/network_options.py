"""Options that choose what is in a network."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import click

from aktorsgraf.days import day_of
from graph.network.choice import Choice

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType[dt.date]):
    """A day of the calendar, as 2024-01-31; a year or a month is its first day, or the last with `end`."""

    name = "date"

    def __init__(self, *, end: bool = False) -> None:
        self._end = end

    def convert(self, value: str | dt.date, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Read a day. Raises click's error for anything else."""
        if isinstance(value, dt.date):
            return value
        try:
            return day_of(value, end=self._end)
        except ValueError as error:
            self.fail(str(error), param, ctx)


_OPTIONS = (
    click.option("--since", type=Day(), metavar="DATE", help="What was so on that day or later."),
    click.option("--until", type=Day(end=True), metavar="DATE", help="What was so on that day or earlier."),
    click.option("--body", metavar="TEXT", help="Bodies and groups with that in their or their organisation's name."),
    click.option("--party", metavar="TEXT", help="People of that party, by its abbreviation."),
    click.option("--municipality", metavar="TEXT", help="People of that municipality."),
    click.option(
        "--min-weight",
        type=click.IntRange(min=1),
        help="Least number of meetings (services, assignments) of a link; all by default.",
    ),
)


def choice_options(command: Command) -> Command:
    """Give a command the options of a choice."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def chosen(
    *,
    since: dt.date | None,
    until: dt.date | None,
    body: str | None,
    party: str | None,
    municipality: str | None,
    min_weight: int | None,
) -> Choice:
    """Return what the options choose. Raises UsageError for a window that ends before it begins."""
    if since and until and since > until:
        raise click.UsageError(
            f"--since {since} --until {until}: ends before it begins; expected the earlier day first"
        )
    return Choice(
        since=since, until=until, body=body, party=party, municipality=municipality, min_weight=min_weight or 1
    )
