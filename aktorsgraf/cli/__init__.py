"""The command line."""

from __future__ import annotations

import os
import sys
import traceback

import click

from aktorsgraf.cli.exits import FAILED, INTERRUPTED, NOBODY_READS
from aktorsgraf.cli.group import COMMANDS, CommandGroup
from aktorsgraf.cli.output import NobodyReadsError, OutputError, clean, complain, leave_standard_output, write_bytes
from aktorsgraf.cli.refusals import REFUSALS

DEBUG = "AKTORSGRAF_DEBUG"


@click.group(
    cls=CommandGroup,
    commands_by_name=COMMANDS,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="aktorsgraf")
def cli() -> None:
    """Read Swedish meeting minutes into a knowledge graph, and ask it who sits where and decides what.

    \b
    aktorsgraf build minutes/
    aktorsgraf query group-members
    """


def main() -> None:
    """Run the command line: every error is one line on standard error, and the exit code says what kind it is."""
    # Layouts are many small optimisations, five times as fast where BLAS does not share each among threads; numpy is not loaded yet.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if sys.stdin is None:  # closed by whoever started us: nothing comes that way
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_RDONLY), encoding="utf-8", closefd=False)
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and return the exit code."""
    try:
        code = _invoke(arguments)
        write_bytes(b"")
    except NobodyReadsError:
        leave_standard_output()
        return NOBODY_READS
    except (KeyboardInterrupt, click.Abort):
        complain("interrupted")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last border: a person at a terminal is owed a line, not a traceback
        complain(_line_of(error))
        return FAILED
    return code


def _line_of(error: Exception) -> str:
    match error:
        case click.UsageError():
            command = error.ctx.command_path if error.ctx else "aktorsgraf"
            return f"{clean(error.format_message()).strip().removesuffix('.')}; see: {command} --help"
        case click.ClickException():
            return error.format_message()
        case OutputError():
            leave_standard_output()
            return str(error)
        case OSError(filename=str() as name, strerror=str() as reason):
            return f"{name}: {reason.lower()}"
        case _ if isinstance(error, REFUSALS):
            return str(error)
    if os.environ.get(DEBUG):
        traceback.print_exception(error)
    return f"internal error ({type(error).__name__}: {error}); please report it, with {DEBUG}=1 set for details"


def _invoke(arguments: list[str]) -> int:
    # Not cli.main(), which answers interruptions and broken pipes in ways of its own.
    try:
        with cli.make_context("aktorsgraf", arguments) as context:
            cli.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    return 0
