"""What commands answer where a name is nobody's, or several have it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from aktorsgraf.cli.exits import ANSWER_NO, FAILED
from aktorsgraf.cli.output import complain, tell
from aktorsgraf.judgements_subjects import NothingFoundError, SeveralFoundError


@contextmanager
def naming(context: click.Context) -> Iterator[None]:
    """Answer a name that nothing or several things have: a line each, and the exit code for it."""
    try:
        yield
    except SeveralFoundError as error:
        complain(str(error))
        for choice in error.choices:
            tell(f"  {choice}")
        context.exit(FAILED)
    except NothingFoundError as error:
        complain(str(error))
        context.exit(ANSWER_NO)
