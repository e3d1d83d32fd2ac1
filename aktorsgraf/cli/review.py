"""`aktorsgraf review`: open candidates, side by side, to be judged."""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path

import click

from aktorsgraf.cli.exits import FAILED
from aktorsgraf.cli.judging import author, author_options, take_effect
from aktorsgraf.cli.options import Language, language_option, workspace_option
from aktorsgraf.cli.output import clean, complain, counted, tell
from aktorsgraf.cli.review_csv import RowsError, read_verdicts, write_candidates
from aktorsgraf.cli.review_terminal import review_on_terminal
from aktorsgraf.cli.tables import Format, write_table
from aktorsgraf.judgements import Author, Entry
from aktorsgraf.judgements_effect import note
from aktorsgraf.judgements_evidence import Identified
from aktorsgraf.judgements_review import Pair, Side, open_pairs, opinion_between, pair_of
from aktorsgraf.judgements_why import feature_lines, seen_line
from aktorsgraf.workspace import Workspace
from queries.table import Column, Table, Value

COLUMNS = (
    Column("score", "decimal"),
    Column("left", "text"),
    Column("right", "text"),
    Column("name_left", "text"),
    Column("name_right", "text"),
    Column("evidence_left", "list"),
    Column("evidence_right", "list"),
    Column("features", "list"),
)


@click.command("review")
@click.option(
    "--export",
    "export_path",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="Write the candidates as CSV, `-` to standard output; set the verdicts there.",
)
@click.option(
    "--import",
    "import_path",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Take the verdicts of such a CSV: same, different or unsure.",
)
@click.option("--unsure", is_flag=True, help="Show those judged unsure, too.")
@click.option("--limit", type=click.IntRange(min=1), help="Show so many at most.")
@click.option("--format", "format_", type=click.Choice(["table", "csv", "json"]), help="List them and ask nothing.")
@author_options
@workspace_option
@language_option
@click.pass_context
def command(  # noqa: PLR0913 - an option a parameter is click's way
    context: click.Context,
    export_path: Path | None,
    import_path: Path | None,
    limit: int | None,
    format_: Format | None,
    folder: Path,
    language: Language,
    *,
    unsure: bool,
) -> None:
    """Show pairs that may be one and were not joined, the likeliest first, and take what you judge.

    On a terminal each pair is shown with its evidence side by side, and a key answers: y same, n different, u unsure, s skip, z
    take the last back, q quit. Elsewhere, and with --format, they are listed. What is judged stands in the workspace's
    judgements.jsonl at once, and the graph follows in the end.

    \b
    aktorsgraf review
    aktorsgraf review --export candidates.csv
    aktorsgraf review --import candidates.csv --who "Anna Ek"
    """
    workspace = Workspace(folder)
    if import_path is not None:
        _import(context, workspace, import_path)
        return
    with Identified(workspace) as known:
        listed = open_pairs(known, unsure=unsure)
        candidates = listed[:limit]
        total = known.identities.open_pairs - len(known.identities.candidates) + len(listed)
        if total > len(candidates):
            tell(f"open pairs: {total}; shown are the likeliest, {len(candidates)}")
        if export_path is not None:
            write_candidates([_csv_row(pair_of(known, one), language) for one in candidates], export_path)
            tell(
                f"{export_path}: {counted(len(candidates), 'candidate')}; set verdict to same, different or unsure, and --import it"
            )
            return
        if format_ is not None or not (sys.stdin.isatty() and sys.stdout.isatty()):
            rows = tuple(_row(pair_of(known, one), language) for one in candidates)
            table = Table(COLUMNS, rows)
            write_table(_brief(table) if format_ in {None, "table"} else table, format_ or "table", language)
            return
        noted = review_on_terminal(known, candidates, workspace.judgements_path, lambda: author(context), language)
    if noted:
        take_effect(context, workspace)


def _import(context: click.Context, workspace: Workspace, path: Path) -> None:
    by = author(context)
    try:
        verdicts = read_verdicts(path)
        with Identified(workspace) as known:
            entries = _entries(known, path, by)
    except RowsError as error:
        for line in error.lines:
            complain(line)
        context.exit(FAILED)
    if not entries:
        tell(f"{path}: {counted(len(verdicts), 'verdict')}, nothing new")
        return
    noted = note(workspace, entries)
    tell(f"{path}: {counted(len(noted), 'verdict')} noted by {by.who}")
    take_effect(context, workspace)


def _entries(known: Identified, path: Path, by: Author) -> list[Entry]:
    """Return the verdicts of a file that are new; those on what is not there are errors."""
    judged = {one.pair: one.verdict for one in known.said.opinions}
    entries, problems = [], []
    for one in read_verdicts(path):
        missing = [tail for tail in (one.left, one.right) if not known.has(f"{known.base}{tail}")]
        if missing:
            problems.append(
                f"{path}: row {one.row}: {clean(missing[0])}: there is nothing of that IRI; expected one of --export"
            )
        elif judged.get(frozenset((one.left, one.right))) is not one.verdict:
            said = by._replace(reason=by.reason if not one.reason else one.reason)
            entries.append(opinion_between(known, one.left, one.right, one.verdict, said))
    if problems:
        raise RowsError(tuple(problems))
    return entries


def _evidence(side: Side) -> tuple[str, ...]:
    return tuple(f"{one.date} {seen_line(one)}".strip() for one in side.seen)


def _row(pair: Pair, language: Language) -> tuple[Value, ...]:
    features = feature_lines(pair.features, language)
    left, right = pair.left, pair.right
    return (
        Decimal(f"{pair.score:.2f}"),
        left.tail,
        right.tail,
        left.label,
        right.label,
        _evidence(left),
        _evidence(right),
        features,
    )


def _brief(table: Table) -> Table:
    """Leave out the evidence, which no table of lines has room for."""
    kept = [place for place, column in enumerate(table.columns) if not column.name.startswith("evidence")]
    rows = tuple(tuple(row[place] for place in kept) for row in table.rows)
    return Table(tuple(table.columns[place] for place in kept), rows)


def _csv_row(pair: Pair, language: Language) -> tuple[str, ...]:
    left, right = pair.left, pair.right
    evidence = (clean(" | ".join(_evidence(side))) for side in (left, right))
    features = clean(" | ".join(feature_lines(pair.features, language)))
    return (
        "",
        "",
        f"{pair.score:.2f}",
        left.tail,
        right.tail,
        clean(left.label),
        clean(right.label),
        *evidence,
        features,
    )
