"""`aktorsgraf why`: why something is one, in words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import click

from aktorsgraf.cli.naming import naming
from aktorsgraf.cli.options import Language, language_option, workspace_option
from aktorsgraf.cli.output import clean, write_text
from aktorsgraf.cli.tables import Format, format_option, write_table
from aktorsgraf.judgements_evidence import Identified
from aktorsgraf.judgements_subjects import find_subject
from aktorsgraf.judgements_why import Reason, reasons_of
from aktorsgraf.workspace import Workspace
from queries.table import Column, Table, Value

SHOWN = 40  # lines of one kind that people are shown at most
HEADS = {
    "seen": ("Så står det", "What the minutes say"),
    "joined": ("Ett och samma, därför att", "One and the same, because"),
    "judged": ("Vad människor har bedömt", "What people judged"),
    "corrected": ("Vad människor har rättat", "What people corrected"),
    "apart": ("Hålls isär från", "Kept apart from"),
}
COLUMNS = (
    Column("what", "text"),
    Column("date", "text"),
    Column("iri", "text"),
    Column("other", "text"),
    Column("document", "text"),
    Column("text", "text"),
    Column("score", "decimal"),
    Column("features", "list"),
)


@click.command("why")
@click.argument("subject", metavar="PERSON")
@format_option
@workspace_option
@language_option
@click.pass_context
def command(context: click.Context, subject: str, format_: Format, folder: Path, language: Language) -> None:
    """Explain who PERSON is: which documents and spellings were joined and why, and what stayed apart and why.

    PERSON is an IRI, whole or without the base, or a name; a body, an organisation or a group can be asked for as well. The
    IRIs shown are those to give to `same` and `different`. Weights are in bits: one more doubles the odds.

    \b
    aktorsgraf why "Jonas Rågström"
    aktorsgraf why person/karin-stahl-cdb036f7 --format json
    """
    workspace = Workspace(folder)
    with workspace.open_store(read_only=True) as store, naming(context):
        found = find_subject(store, workspace.base(), subject)
    with Identified(workspace) as known:
        root = known.root(f"{known.base}{found.tail}")
        reasons = list(reasons_of(known, root, language))
        label, minuted = known.label(root), known.minuted_label(root)
    if format_ != "table":
        write_table(Table(COLUMNS, tuple(_row(one) for one in reasons)), format_, language)
        return
    says = "" if minuted == label else f"  ({'protokollen' if language == 'sv' else 'the minutes'}: {minuted})"
    head = f"{label}{says}  {root.removeprefix(known.base)}"
    write_text("".join(f"{line}\n" for line in (clean(head), *_lines(reasons, language))))


def _row(one: Reason) -> tuple[Value, ...]:
    score = None if one.score is None else Decimal(f"{one.score:.2f}")
    return (
        one.what,
        one.date or None,
        one.iri,
        one.other or None,
        one.document or None,
        one.text,
        score,
        one.features or None,
    )


def _lines(reasons: list[Reason], language: Language) -> Iterator[str]:
    for what, heads in HEADS.items():
        of_kind = [one for one in reasons if one.what == what]
        if of_kind:
            yield ""
            yield heads[0 if language == "sv" else 1]
        for one in of_kind[:SHOWN]:
            pair = f"{one.iri} – {one.other}: " if one.other else ""
            where = f"  [{one.iri}]" if what == "seen" else ""
            text = (
                f"{one.score:+.1f} {'bitar' if language == 'sv' else 'bits'}"
                if what == "joined" and one.features
                else one.text
            )
            yield clean(f"  {f'{one.date}  ' if one.date else ''}{pair}{text}{where}")
            yield from (clean(f"      {feature}") for feature in one.features)
        if len(of_kind) > SHOWN:
            more = len(of_kind) - SHOWN
            yield (
                f"  … {more} till; --format csv ger alla"
                if language == "sv"
                else f"  … {more} more; --format csv gives all"
            )
