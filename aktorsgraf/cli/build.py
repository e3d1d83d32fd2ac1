"""`aktorsgraf build`: minutes into a workspace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from aktorsgraf.build import Report, build
from aktorsgraf.cli.exits import FAILED
from aktorsgraf.cli.findings import finding_line, findings_summary
from aktorsgraf.cli.options import Language, language_option, workspace_option
from aktorsgraf.cli.output import complain, tell
from aktorsgraf.cli.progress import progress_bars
from aktorsgraf.workspace import Workspace


@click.command("build")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@workspace_option
@click.option("--prune", is_flag=True, help="Remove documents whose files, within the sources given, are gone.")
@click.option(
    "--ignore-judgements", is_flag=True, help="Leave out what people judged and corrected: the machine's view."
)
@click.option("--base", metavar="IRI", help="Base of all IRIs of the data; remembered by the workspace.")
@language_option
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[str, ...],
    folder: Path,
    base: str | None,
    language: Language,
    *,
    prune: bool,
    ignore_judgements: bool,
) -> None:
    """Read each SOURCE into the workspace's graph; what is there already and unchanged is left.

    SOURCE is a file (.txt, .md, .html, .docx, .odt, .pdf, a scan, or parsed minutes as .json or .jsonl), a .zip of such files,
    a folder, or - for standard input. Where no SOURCE can be read, nothing is changed.

    \b
    aktorsgraf build minutes/
    aktorsgraf build minutes/ --prune --workspace region.graph
    """
    with progress_bars() as progress:
        report = build(
            sources, Workspace(folder), prune=prune, judged=not ignore_judgements, base=base, progress=progress
        )
    for problem in report.problems:
        complain(str(problem))
    if report.failed:
        context.exit(FAILED)
    for violation in report.changes.violations:
        tell(finding_line(violation, language))
    for line in (*report.notes, *_summary(report)):
        tell(line)
    context.exit(FAILED if report.problems else 0)


def _summary(report: Report) -> Iterator[str]:
    intake, changes = report.intake, report.changes
    yield f"files: {intake.read} read, {intake.unchanged} unchanged, {len(intake.problems)} not readable" + (
        f", {intake.pruned} gone and removed" if intake.pruned else ""
    )
    if intake.characters:
        yield f"text: {intake.characters} characters read, {intake.unread:.1%} of them by no rule (aktorsgraf explain shows which)"
    if intake.gone:
        yield f"{intake.gone} {'file is' if intake.gone == 1 else 'files are'} gone; --prune removes what they said"
    yield (
        f"documents: {changes.added} added, {changes.replaced} replaced, {changes.removed} removed, "
        f"{changes.unchanged} unchanged"
    )
    if changes.added or changes.replaced:
        yield findings_summary(changes.findings)
    yield f"{'nothing changed; ' if changes.nothing else ''}{report.triples} triples in the graph"
