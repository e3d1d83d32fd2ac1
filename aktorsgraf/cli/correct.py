"""`aktorsgraf correct`: a value that counts before the one that the minutes give."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from aktorsgraf.cli.judging import author, author_options, say_and_tell
from aktorsgraf.cli.naming import naming
from aktorsgraf.cli.options import Language, language_option, workspace_option
from aktorsgraf.cli.output import tell
from aktorsgraf.cli.tables import Format, format_option, write_table
from aktorsgraf.corrections import Property
from aktorsgraf.corrections_check import broken_by
from aktorsgraf.corrections_subject import Stated, corrected_by, stated_of
from aktorsgraf.judgements import Correction
from aktorsgraf.judgements_subjects import Subject, find_subject
from aktorsgraf.workspace import Workspace
from graph.store import GraphStore
from queries.table import Column, Table


@click.command("correct")
@click.argument("subject")
@click.argument("name", required=False, metavar="[PROPERTY")
@click.argument("value", required=False, metavar="VALUE]")
@click.option("--was", metavar="VALUE", help="Correct it only where the minutes say this.")
@author_options
@format_option
@workspace_option
@language_option
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 - an option a parameter is click's way
    context: click.Context,
    subject: str,
    name: str | None,
    value: str | None,
    was: str | None,
    format_: Format,
    folder: Path,
    language: Language,
) -> None:
    """Correct a PROPERTY of SUBJECT to VALUE, with a --reason; without VALUE, show what can be corrected and what it is now.

    SUBJECT is an IRI, whole or without the base, or a name. A person has name, party and municipality (party and
    municipality wherever the minutes state --was); a body or organisation name and kind; a group name, kind and deadline; a
    meeting date; an item title; a decision text; an assignment task and deadline; an attendance role, present, party and
    municipality; an election role, since and until, and a membership party and municipality as well.

    What the minutes say stays in their graph as a statement, with its evidence; queries see the corrected value.

    \b
    aktorsgraf correct "Ylva Norring"
    aktorsgraf correct "Ylva Norring" name "Ylva Norrling" --reason "stavat så på valsedeln"
    aktorsgraf correct "Jonas Rågström" party C --was M --reason "protokollet blandar ihop två"
    """
    workspace = Workspace(folder)
    with workspace.open_store(read_only=True) as store, naming(context):
        base = workspace.base()
        found = find_subject(store, base, subject)
        if name is None or value is None:
            rows = (one for one in stated_of(store, base, found) if name in (None, one.property.name))
            write_table(_table(one for one in rows if one.text or one.thing == found), format_, language)
            return
        facts = corrected_by(store, base, found, name, was)
        entry = _entry(context, store, base, found, facts, value)
    if entry is None:
        tell(f"{found.label}: {name} is {facts[0].text} already")
        return
    say_and_tell(context, workspace, [entry], _line(found, entry))


def _table(rows: Iterable[Stated]) -> Table:
    columns = tuple(Column(name, "text") for name in ("iri", "name", "property", "value"))
    return Table(columns, tuple((one.thing.tail, one.thing.label, one.property.name, one.text or None) for one in rows))


def _entry(
    context: click.Context, store: GraphStore, base: str, found: Subject, facts: tuple[Stated, ...], value: str
) -> Correction | None:
    """Return what the log is to keep; None where the value is the same already. Raises UsageError for what would break the graph."""
    known = facts[0].property
    written = _written(store, base, known, value)
    by = author(context)
    if not by.reason:
        raise click.UsageError("--reason: a correction needs one; it is shown with the value")
    if all(one.values == frozenset(known.targets[0].values(written, base)) for one in facts):
        return None
    entry = Correction(
        id="-",
        who=by.who,
        when=by.when,
        reason=by.reason,
        subject=found.tail,
        name=found.label,
        property=known.name,
        value=written,
        was=", ".join(sorted({one.text for one in facts if one.text})),
        facts=tuple(one.thing.tail for one in facts),
    )
    broken = broken_by(store, base, entry)
    if broken is not None:
        what = f"{broken.label or found.label}: {broken.message('en').removesuffix('.')}"
        raise click.UsageError(
            f"{known.name} {value!r}: would break the graph ({what}); correct what contradicts it first"
        )
    return entry


def _written(store: GraphStore, base: str, known: Property, value: str) -> str:
    """Return a value as the log keeps it. Raises UsageError for one that is none."""
    written = known.form.read(value)
    if written is None:
        raise click.UsageError(f"{known.name} {value!r}: expected {known.form.expected}")
    if written.startswith("party/") and known.name == "party":
        find_subject(store, base, written)
    return written


def _line(found: Subject, entry: Correction) -> str:
    number = f" in {len(entry.facts)} places" if len(entry.facts) > 1 else ""
    return f"{found.label}: {entry.property} is {entry.value}{number}, not {entry.was or 'unstated'}"
